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
        long bits = 0;
        long numbers = 0;
        long behind = 0;
        long groups = 1;
        boolean ended = false;
        for (long card = at; !ended; card += CARD) {
            if (card + CARD > content.length) {
                throw new SpectrumException("truncated: the file ends within the header of unit " + unit);
            }
            String keyword = text(card, 8).stripTrailing();
            switch (keyword) {
                case "END" -> ended = true;
                case "BITPIX" -> bits = Math.abs(number(card));
                case "NAXIS" -> numbers = number(card) > 0 ? 1 : 0;
                case "PCOUNT" -> behind = number(card);
                case "GCOUNT" -> groups = number(card);
                default -> numbers *= AXIS.matcher(keyword).matches() ? number(card) : 1;
            }
            at = ended ? blocks(card + CARD) : at;
        }
        double bytes = bits / 8.0 * groups * ((double) numbers + behind);
        if (bytes < 0 || bytes > content.length - at) {
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
