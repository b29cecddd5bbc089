#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Stands for a test that this variant cannot run, so that it is counted.
# usage: tests/skip.sh NAME WHY
echo "ok 1 - $1 # SKIP $2"
echo "1..1"
