#!/bin/sh
# Makes the shipped models again, bit for bit: train-models.sh FOLDER-OF-THE-DATA [FOLDER-TO-WRITE]
set -eu
data=${1:?name the folder of the data}
root=$(cd "$(dirname "$0")/../.." && pwd)
out=${2:-$root/discipline-plugins/solar-flare/src/main/resources/org/novum/solarflare/model}
mkdir -p "$out"
# Written among the sources, each model would have the program built again before the next.
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
for before in 2014-01-01 2014-07-01; do
    "$root/novum" call solar-flare.train --in "$data/smarp_19960628_20101024.csv.gz" \
        "$data/sharp_20101030_20140630.csv.gz" --param before=$before --out "$made/region-$before.json"
    "$root/novum" call solar-flare.train --in "$data/srs_ar_days_19960801_20140630.csv.gz" \
        "$data/goes_flares_swpc_19960806_20140630.csv.gz" --param scope=full-disk --param before=$before \
        --out "$made/full-disk-$before.json"
done
cp "$made"/*.json "$out"
