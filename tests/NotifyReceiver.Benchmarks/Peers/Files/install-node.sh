#!/bin/sh
# Into the current directory: Express, better-sqlite3 and Node-RED, as npm picks them for the node that is here.
set -e
command -v node npm
[ -e ready-node ] && exit 0
cat > package.json <<'JSON'
{ "private": true, "allowScripts": { "better-sqlite3": true } }
JSON
npm install --no-audit --no-fund express better-sqlite3@12 node-red
# Compiled here where no prebuilt one can be had.
node -e "require('better-sqlite3')(':memory:')" || npm rebuild better-sqlite3 --nodedir="$(dirname "$(dirname "$(command -v node)")")"
node -e "require('better-sqlite3')(':memory:')"
touch ready-node
