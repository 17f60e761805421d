package org.novum.archives;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.novum.api.NovumException;
import org.novum.archives.Wanted.Expected;
import org.novum.tabular.ContentDigest;
import org.novum.tabular.SourceBytes;

/** Looks at a download that is complete, as its server says. */
final class Arrival {
    private static final int FITS_BLOCK = 2880;
    private static final String FITS_START = "SIMPLE  =";
    private static final Pattern FITS_NAME = Pattern.compile(".*\\.(fits|fit|fts)(\\.gz|\\.fz)?");
    private static final String ROOT_START = "root";
    private static final int START = 512;

    private Arrival() {}

    /** What is wrong with the content, as the end of a sentence about the server; nothing if it is what is wanted. */
    static Optional<String> fault(Wanted wanted, Path part) throws IOException {
        return switch (wanted.expected()) {
            case Expected.Listed listed -> {
                String found = Verification.found(part);
                yield found.equals(listed.sha256())
                        ? Optional.empty()
                        : Optional.of("sent other bytes than the catalogue lists (expected sha256 " + listed.sha256() + ", found "
                                + found + " in a file of " + size(part)
                                + " bytes); check for a page of a proxy or portal in between, or use a mirror");
            }
            case Expected.Trusted trusted -> {
                Optional<String> unfit = unfit(wanted, part);
                String found = unfit.isPresent() ? "" : Verification.found(part);
                yield unfit.isPresent() || found.equals(trusted.sha256())
                        ? unfit
                        : Optional.of("sends other bytes than when it was first fetched (then sha256 " + trusted.sha256() + ", now "
                                + found + "); if the archive says that it published them anew, fetch it with --renew");
            }
            case Expected.Unknown _, Expected.Renewed _ -> unfit(wanted, part);
        };
    }

    /** Digest and size of a download that was looked at. */
    static ContentDigest digest(Path part) {
        return SourceBytes.digest(part);
    }

    /** What cannot be the file, whatever its digest. */
    private static Optional<String> unfit(Wanted wanted, Path part) throws IOException {
        String start = start(part);
        String name = wanted.url().getPath().toLowerCase(Locale.ROOT);
        if (start.isEmpty()) {
            return Optional.of("sent an empty file; try again later");
        }
        if (isPage(start) && !name.matches(".*\\.html?")) {
            return Optional.of("sent a web page instead of the file; check for a page to log in, of the archive or of a proxy or portal"
                    + " in between; " + wanted.advice());
        }
        try {
            ContentDigest content = SourceBytes.digest(part);
            List<String> names = named(wanted, part);
            Optional<String> other = otherThan(names, start);
            if (other.isEmpty() && WholeJson.isMeant(names)) {
                other = WholeJson.fault(part);
            }
            if (other.isPresent()) {
                return other.map(fault -> fault + "; " + wanted.advice());
            }
            return start.startsWith(FITS_START) && content.bytes() % FITS_BLOCK != 0
                    ? Optional.of("sent " + content.bytes() + " bytes of FITS, which are no whole blocks of " + FITS_BLOCK
                            + ": the file is cut; try again later")
                    : Optional.empty();
        } catch (NovumException e) {
            return Optional.of("sent a broken file (" + e.getMessage() + ")");
        }
    }

    /** The names that say what the content must be: where the archive has it, and where it is kept. */
    private static List<String> named(Wanted wanted, Path part) {
        String kept = String.valueOf(part.getFileName()).replaceFirst("\\.part$", "");
        return List.of(wanted.url().getPath().toLowerCase(Locale.ROOT), kept.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> otherThan(List<String> names, String start) {
        if (names.stream().anyMatch(name -> FITS_NAME.matcher(name).matches()) && !start.startsWith(FITS_START)) {
            return Optional.of("sent something else than FITS, which begins with '" + FITS_START + "'");
        }
        return names.stream().anyMatch(name -> name.endsWith(".root")) && !start.startsWith(ROOT_START)
                ? Optional.of("sent something else than a ROOT file, which begins with '" + ROOT_START + "'")
                : Optional.empty();
    }

    private static boolean isPage(String start) {
        String lower = start.stripLeading().toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype html") || lower.startsWith("<html");
    }

    /** The first decompressed bytes as text, without a mark of their order; as they are if they cannot be decompressed. */
    private static String start(Path part) throws IOException {
        try (InputStream in = SourceBytes.open(part)) {
            return text(in.readNBytes(START));
        } catch (NovumException e) {
            try (InputStream in = Files.newInputStream(part)) {
                return text(in.readNBytes(START)); // broken: the check of the whole says how
            }
        }
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
