#!/bin/sh
# Reads the bundled sample reports into a throwaway record and asks it some questions: `make demo`.
set -eu

parley=${1:-parley}
cd "$(dirname "$0")/.."
samples=src/parley/samples
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
export PARLEY_RECORD="$folder/record.db"

show() {
    printf '\n$ parley'
    for word in "$@"; do
        case $word in
            *[\ \"\*]*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    "$parley" "$@"
}

show read "$samples"/*.md
show ledger --party Solane
show ledger --speech withheld
show board --party Kardeva
show calendar --since 2025-06-01
show changes --since 2025-06-03
show brief --since 2025-06-02
show sources
show show 2025-06-02-river-talks-planned.md

first=$("$parley" ledger --speech direct --format csv | sed -n '2s/,.*//p')
show explain "$first"

printf '\nThe record was a throwaway. Now your own: %s read REPORT.txt\n' "$parley"
