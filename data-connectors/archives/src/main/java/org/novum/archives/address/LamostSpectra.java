package org.novum.archives.address;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spectra of LAMOST by the number of their observation: {@code lamost:drRELEASE/vVERSION/[med/]OBSID}, without a version for
 * the releases 1 to 3.
 *
 * <p>They are at {@code http://drN.lamost.org/spectrum/fits/OBSID} up to release 3, at
 * {@code http://drN.lamost.org/vV/spectrum/fits/OBSID} for 4 and 5, and at
 * {@code https://www.lamost.org/drN/vV/spectrum/fits/OBSID} since; those of medium resolution, from release 6 on, at
 * {@code …/medspectrum/fits/OBSID}. Source: the archive's own client {@code pylamost}, {@code downloadFits_obs}, which knows
 * the releases 1 to 11. Releases that are not public yet want a token, which is not sent.
 */
final class LamostSpectra {
    private static final String FORM = "lamost:drRELEASE/vVERSION/OBSID, as in lamost:dr10/v2.0/437513049";
    private static final Pattern ADDRESS = Pattern.compile(
            "dr(?<release>[1-9]\\d?)/(?:v(?<version>\\d+(?:\\.\\d+)?)/)?(?<medium>med/)?(?<obsid>[1-9]\\d{0,11})");

    private LamostSpectra() {}

    static ArchiveFile file(ArchiveHosts hosts, String address, String rest) {
        Matcher parts = ADDRESS.matcher(rest);
        if (!parts.matches()) {
            throw ArchiveAddresses.wrong(address, "it names no spectrum of LAMOST", FORM);
        }
        int release = Integer.parseInt(parts.group("release"));
        String version = parts.group("version");
        boolean medium = parts.group("medium") != null;
        if ((version == null) != (release <= 3)) {
            throw ArchiveAddresses.wrong(
                    address, release <= 3 ? "releases 1 to 3 have no version" : "release " + release + " needs a version", FORM);
        }
        if (medium && release < 6) {
            throw ArchiveAddresses.wrong(address, "spectra of medium resolution are in releases from 6 on", FORM);
        }
        String obsid = parts.group("obsid");
        String file = (version == null ? "" : "v" + version + "/") + (medium ? "medspectrum" : "spectrum") + "/fits/" + obsid;
        return new ArchiveFile(
                address,
                release <= 5
                        ? hosts.at(Archive.LAMOST_EARLY, release, file)
                        : hosts.at(Archive.LAMOST, release, "dr" + release + "/" + file),
                "lamost/" + rest + ".fits",
                "check release, version and number of the observation, and that the release is public");
    }
}
