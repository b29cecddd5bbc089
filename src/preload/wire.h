/* SPDX-License-Identifier: BSD-2-Clause */
/* What a client and the broker of `skep with` say to each other, over connections of SOCK_SEQPACKET
 * to a socket in the folder that an environment variable names.
 *
 * A request is one struct skep_bpf_args; its answer one struct skep_wire_answer, with a descriptor
 * (SCM_RIGHTS) where the call made one. Who asks is what the kernel says of the sender
 * (SCM_CREDENTIALS): its memory and its descriptors are reached through /proc and
 * process_vm_readv(2), so nothing else of a call travels. */
#ifndef SKEP_PRELOAD_WIRE_H
#define SKEP_PRELOAD_WIRE_H

#include <sys/socket.h>
#include <sys/un.h>

#include "syscall/skep.h"

/* A command of the broker's own: take over the listener of caught system calls (catch.h), whose
 * descriptor is in the place of attr. */
enum { SKEP_WIRE_CATCH = -2 };

#define SKEP_WIRE_FOLDER "SKEP_SYSTEM" /* the environment variable */
#define SKEP_WIRE_SOCKET "socket"      /* in the folder */

struct skep_wire_answer {
	s64 result; /* as of skep_bpf(); the number of a descriptor means nothing to the client */
};

/* Room for a descriptor, or for a sender's identity, beside a message. */
union skep_wire_control {
	struct cmsghdr head;
	char fd[CMSG_SPACE(sizeof(int))];
	char sender[CMSG_SPACE(sizeof(struct ucred))];
};

/* The address of a folder's socket; false if it is longer than Linux allows. */
bool skep_wire_address(const char *folder, struct sockaddr_un *address);

/* The first control message of a kind with `size` bytes, NULL if there is none. */
const void *skep_wire_control(struct msghdr *message, int kind, size_t size);

#endif
