#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# All topologies in turn.
# usage: examples/net/demo.sh SKEP OBJECTS
set -e
for name in firewall balancer containers vxlan; do
	"$(dirname "$0")/$name.py" "$@"
done
