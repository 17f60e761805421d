#!/bin/sh
# Makes the shipped templates again, bit for bit: train-templates.sh FOLDER-OF-THE-DATA [FILE-TO-WRITE]
set -eu
data=${1:?name the folder of the data}
root=$(cd "$(dirname "$0")/../.." && pwd)
out=${2:-$root/discipline-plugins/spectra/src/main/resources/org/novum/spectra/template/templates.json}
# Written among the sources, the file would have the program built again before it is complete.
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
# The survey gives this broad-absorption-line quasar z = 3.388; its lines say 2.445.
"$root/novum" call spectra.train --in "$data/sdss#models" "$data/lamost" --param truth="$data/manifest.csv" \
    --param exclude=spec-3655-55240-0110 --out "$made/templates.json"
cp "$made/templates.json" "$out"
