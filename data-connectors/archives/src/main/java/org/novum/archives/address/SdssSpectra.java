package org.novum.archives.address;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Optical spectra of SDSS, BOSS and eBOSS: {@code sdss:[drRELEASE/][RUN2D/][full/]spec-PLATE-MJD-FIBER}.
 *
 * <p>Up to release 17 they are at {@code sas/drN/sdss/spectro/redux/RUN2D/spectra/lite/PLATE/spec-PLATE-MJD-FIBER.fits} of
 * {@code https://data.sdss.org}, from release 18 on at {@code sas/drN/spectro/sdss/redux/…}; plates and fibres have four
 * digits or more. Full files, with single exposures, are in {@code spectra/full} from release 16 on, but in {@code spectra}
 * before and for the reductions 26, 103 and 104. Sources: the
 * <a href="https://data.sdss.org/datamodel/files/BOSS_SPECTRO_REDUX/RUN2D/spectra/PLATE4/spec.html">data model</a>, the
 * <a href="https://dr16.sdss.org/optical/spectrum/view/data/access">access page of release 16</a>, and
 * {@code astroquery.sdss}, {@code get_spectra_async}. Reductions of version 6, whose files are named by field and catalogue
 * number, are not covered.
 *
 * <p>Plates up to 3480 are those of SDSS and SEGUE
 * (<a href="https://outerspace.stsci.edu/spaces/SDSS/pages/352354564/Legacy+Spectra+Data+Products">MAST</a>), reduced as 26,
 * 103 or 104, which the number of a plate does not tell. Later ones were reduced as v5_13_0 for release 16 and as v5_13_2
 * since.
 */
final class SdssSpectra {
    private static final String FORM = "sdss:spec-PLATE-MJD-FIBER or sdss:drRELEASE/RUN2D/spec-PLATE-MJD-FIBER, as in "
            + "sdss:dr17/26/spec-0266-51602-0002";
    private static final Pattern ADDRESS = Pattern.compile("(?:dr(?<release>\\d{1,2})/)?(?:(?<run>26|103|104|v\\d+_\\d+_\\d+)/)?"
            + "(?<full>full/)?spec-(?<plate>\\d{1,5})-(?<mjd>\\d{5})-(?<fiber>\\d{1,4})(?:\\.fits)?");
    private static final int USUAL_RELEASE = 17;
    private static final int LAST_LEGACY_PLATE = 3480;

    private SdssSpectra() {}

    static ArchiveFile file(ArchiveHosts hosts, String address, String rest) {
        Matcher parts = ADDRESS.matcher(rest);
        if (!parts.matches()) {
            throw ArchiveAddresses.wrong(address, "it names no spectrum of SDSS", FORM);
        }
        int release = parts.group("release") == null ? USUAL_RELEASE : Integer.parseInt(parts.group("release"));
        if (release < 12 || release > 20) {
            throw ArchiveAddresses.wrong(address, "where release " + release + " has its spectra is not known, only 12 to 20", FORM);
        }
        int plate = Integer.parseInt(parts.group("plate"));
        String run = parts.group("run") == null ? usualRun(address, release, plate) : parts.group("run");
        if (run.startsWith("v") && !run.startsWith("v5_")) {
            throw ArchiveAddresses.wrong(address, "files of the reduction " + run + " are not named by plate and fibre", FORM);
        }
        String name = String.format(
                Locale.ROOT, "spec-%04d-%s-%04d.fits", plate, parts.group("mjd"), Integer.parseInt(parts.group("fiber")));
        boolean full = parts.group("full") != null;
        String root = release < 18 ? "sdss/spectro/redux" : "spectro/sdss/redux";
        String folder = full ? fullFolder(release, run) : "spectra/lite";
        String path = String.format(Locale.ROOT, "sas/dr%d/%s/%s/%s/%04d/%s", release, root, run, folder, plate, name);
        return new ArchiveFile(
                address,
                hosts.at(Archive.SDSS, path),
                String.join("/", "sdss", "dr" + release, run, full ? "full" : "lite", name),
                "check plate, MJD and fibre, and that release " + release + " has the plate in the reduction " + run);
    }

    private static String fullFolder(int release, String run) {
        return release > 15 && run.startsWith("v") ? "spectra/full" : "spectra";
    }

    private static String usualRun(String address, int release, int plate) {
        if (plate <= LAST_LEGACY_PLATE) {
            throw ArchiveAddresses.wrong(
                    address, "plates up to " + LAST_LEGACY_PLATE + " need their reduction, which is 26, 103 or 104", FORM);
        }
        if (release < 16) {
            throw ArchiveAddresses.wrong(address, "releases before 16 need their reduction, such as v5_10_0", FORM);
        }
        return release == 16 ? "v5_13_0" : "v5_13_2";
    }
}
