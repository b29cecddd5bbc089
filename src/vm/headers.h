/* SPDX-License-Identifier: BSD-2-Clause */
/* Headers of packets, which lie at any address: the kernel's structs without their alignment. */
#ifndef SKEP_VM_HEADERS_H
#define SKEP_VM_HEADERS_H

#include <linux/ip.h>
#include <linux/ipv6.h>
#include <netinet/tcp.h>

/* Types, since a cast to a struct promises its alignment. */
typedef struct iphdr skep_iphdr __attribute__((aligned(1)));
typedef struct ipv6hdr skep_ipv6hdr __attribute__((aligned(1)));
typedef struct tcphdr skep_tcphdr __attribute__((aligned(1)));

#endif
