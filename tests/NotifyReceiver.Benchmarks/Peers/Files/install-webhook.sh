#!/bin/sh
# Into the current directory: Debian's webhook, unpacked and not installed. It stores with the sqlite3 shell.
set -e
command -v sqlite3
[ -e usr/bin/webhook ] && exit 0
apt-get download webhook
dpkg -x webhook_*.deb .
