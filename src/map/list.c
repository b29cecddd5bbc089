/* SPDX-License-Identifier: BSD-2-Clause */
#include "map/list.h"

void skep_list_push(struct skep_list *list, struct skep_list_node *node, bool front)
{
	struct skep_list_node **end = front ? &list->first : &list->last, *beside = *end;

	node->next = front ? beside : NULL;
	node->back = front ? NULL : beside;
	if (!beside)
		list->first = list->last = node;
	else if (front)
		beside->back = node;
	else
		beside->next = node;
	*end = node;
	__atomic_store_n(&node->owner, list, __ATOMIC_RELEASE);
}

struct skep_list_node *skep_list_pop(struct skep_list *list, bool front)
{
	struct skep_list_node *node = front ? list->first : list->last;

	if (!node)
		return NULL;
	if (node->back)
		node->back->next = node->next;
	else
		list->first = node->next;
	if (node->next)
		node->next->back = node->back;
	else
		list->last = node->back;
	__atomic_store_n(&node->owner, NULL, __ATOMIC_RELEASE);
	return node;
}
