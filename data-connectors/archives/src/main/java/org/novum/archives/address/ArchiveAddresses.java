package org.novum.archives.address;

import java.util.Set;
import java.util.regex.Pattern;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * Turns addresses such as {@code sdss:spec-3655-55240-0110} into files of archives.
 *
 * @param hosts where the archives are
 */
public record ArchiveAddresses(ArchiveHosts hosts) {
    private static final Set<String> SCHEMES = Set.of("cern", "sdss", "lamost", "swpc", "jsoc");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_+=@,-][A-Za-z0-9._+=@,-]*");

    /** Whether a text is, by its beginning, an address in an archive. */
    public static boolean isAddress(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && SCHEMES.contains(text.substring(0, colon));
    }

    /**
     * The file that an address means.
     *
     * @throws NovumException with {@code USAGE} if it means none; says how one is written
     */
    public ArchiveFile resolve(String address) {
        int colon = address.indexOf(':');
        String rest = address.substring(colon + 1);
        return switch (address.substring(0, Math.max(0, colon))) {
            case "cern" -> CernOpenData.file(hosts, address, rest);
            case "sdss" -> SdssSpectra.file(hosts, address, rest);
            case "lamost" -> LamostSpectra.file(hosts, address, rest);
            case "swpc" -> SwpcProducts.file(hosts, address, rest);
            case "jsoc" -> JsocRecords.file(hosts, address, rest);
            default -> throw wrong(address, "this is no address of an archive",
                    "cern:RECORD/FILE, sdss:spec-PLATE-MJD-FIBER, lamost:RELEASE/VERSION/OBSID, swpc:PATH or jsoc:SERIES[RECORDS]?key=NAMES");
        };
    }

    /** Whether a path consists of plain names, none of which leads upwards. */
    static boolean isPlain(String path) {
        for (String segment : path.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches()) {
                return false;
            }
        }
        return true;
    }

    static NovumException wrong(String address, String problem, String form) {
        return new NovumException(ExitCode.USAGE, address.replaceAll("\\p{Cntrl}", "?") + ": " + problem + "; write " + form);
    }
}
