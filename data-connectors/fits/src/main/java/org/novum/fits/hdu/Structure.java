package org.novum.fits.hdu;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.novum.fits.spectrum.SpectrumException;

/**
 * Checks that a file holds all bytes that its headers declare, before anything is allocated for them: a file that was cut off
 * behind the spectrum is not to be trusted either. Only padding at the very end may be missing.
 */
final class Structure {
    private static final int BLOCK = 2880;
    private static final int CARD = 80;
    private static final Pattern AXIS = Pattern.compile("NAXIS[1-9][0-9]*");

    private final byte[] content;
    private final List<Integer> starts = new ArrayList<>();
    private long at;

    private Structure(byte[] content) {
        this.content = content;
    }

    /**
     * Where the data of each unit start.
     *
     * @throws SpectrumException if a unit is not whole
     */
    static List<Integer> dataStarts(byte[] content) {
        Structure structure = new Structure(content);
        do {
            structure.pass(structure.starts.size());
        } while (structure.isExtension());
        return structure.starts;
    }

    private boolean isExtension() {
        return at + CARD <= content.length && text(at, 8).equals("XTENSION");
    }

    private void pass(int unit) {
        double bits = 0;
        double numbers = 0;
        double behind = 0;
        double groups = 1;
        boolean ended = false;
        for (long card = at; !ended; card += CARD) {
            if (card + CARD > content.length) {
                throw new SpectrumException("truncated: the file ends within the header of unit " + unit);
            }
            String keyword = text(card, 8).stripTrailing();
            switch (keyword) {
                case "END" -> ended = true;
                case "BITPIX" -> bits = Math.abs((double) number(card));
                case "NAXIS" -> numbers = number(card) > 0 ? 1 : 0;
                case "PCOUNT" -> behind = count(card);
                case "GCOUNT" -> groups = count(card);
                default -> numbers *= keyword.startsWith("NAXIS") && AXIS.matcher(keyword).matches() ? count(card) : 1;
            }
            at = ended ? blocks(card + CARD) : at;
        }
        double bytes = bits / 8 * groups * (numbers + behind); // which may be more than a long holds, but not wrong
        if (!(bytes <= content.length - at)) {
            throw new SpectrumException(String.format(
                    Locale.ROOT,
                    "truncated: unit %d declares %.0f bytes, and %d are there",
                    unit,
                    bytes,
                    Math.max(0, content.length - at)));
        }
        starts.add((int) at);
        at = blocks(at + (long) bytes);
    }

    private static long blocks(long bytes) {
        return (bytes + BLOCK - 1) / BLOCK * BLOCK;
    }

    private long count(long card) {
        long count = number(card);
        if (count < 0) {
            throw new SpectrumException("damaged: " + text(card, 8).strip() + " is negative");
        }
        return count;
    }

    private long number(long card) {
        String value = text(card + 10, 20).strip();
        if (!value.matches("[+-]?[0-9]{1,18}")) {
            throw new SpectrumException("damaged: " + text(card, 8).strip() + " is no whole number");
        }
        return Long.parseLong(value);
    }

    private String text(long from, int length) {
        return new String(content, (int) from, length, StandardCharsets.ISO_8859_1);
    }
}
