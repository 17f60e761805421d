package org.novum.fits.hdu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.FitsFactory;
import org.novum.fits.spectrum.SpectrumException;

/**
 * The units of one FITS file, read one after the other as far as somebody asks.
 *
 * <p>A file that fpack compressed looks like the original: compressed images and tables are given as what they were, and
 * the empty unit in front of a compressed primary image is left out.
 */
public final class FitsContent {
    private static final byte[] START = "SIMPLE  =".getBytes(StandardCharsets.US_ASCII);

    /** Kept, so that the setting is not collected: remarks on headers would be printed by the library. */
    private static final Logger REMARKS = Logger.getLogger("nom.tam");

    static {
        REMARKS.setLevel(Level.OFF);
        FitsFactory.setAllowHeaderRepairs(true);
    }

    private final Fits fits;
    private final ByteBuffer content;
    private final List<Integer> starts;
    private final List<Hdu> units = new ArrayList<>();
    private int read;
    private boolean ended;

    private FitsContent(Fits fits, ByteBuffer content, List<Integer> starts) {
        this.fits = fits;
        this.content = content;
        this.starts = starts;
    }

    /** Whether the bytes start as FITS does. */
    public static boolean recognises(byte[] content) {
        if (content.length < START.length) {
            return false;
        }
        for (int i = 0; i < START.length; i++) {
            if (content[i] != START[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * A file whose bytes are in memory.
     *
     * @throws SpectrumException if it is no FITS, or cut off
     */
    public static FitsContent of(byte[] content) {
        if (!recognises(content)) {
            throw new SpectrumException("not a FITS file: it does not start with SIMPLE");
        }
        List<Integer> starts = Structure.dataStarts(content);
        try {
            return new FitsContent(new Fits(new MemoryFile(content)), ByteBuffer.wrap(content), starts);
        } catch (FitsException e) {
            throw Damage.in("unit 0", e);
        }
    }

    /** The unit at this place, from 0, if there are so many. */
    public Optional<Hdu> unit(int index) {
        while ((units.size() <= index || isFirstEmpty()) && !ended) {
            readNext();
        }
        return index < units.size() ? Optional.of(units.get(index)) : Optional.empty();
    }

    /** The first unit of this {@code EXTNAME}, whatever its case. */
    public Optional<Hdu> named(String name) {
        for (int i = 0; unit(i).isPresent(); i++) {
            if (units.get(i).name().equalsIgnoreCase(name)) {
                return Optional.of(units.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether all that was read is an empty unit, which may stand for a compressed one behind it. */
    private boolean isFirstEmpty() {
        return units.size() == 1 && units.getFirst().isEmpty();
    }

    private void readNext() {
        try {
            BasicHDU<?> next = fits.readHDU();
            if (next == null || read >= starts.size()) {
                ended = true;
                return;
            }
            Hdu unit = Hdu.of(next, new PlainData(content, starts.get(read), next.getHeader()));
            if (unit.wasPrimary() && isFirstEmpty()) {
                units.removeFirst();
            }
            units.add(unit);
            read++;
        } catch (SpectrumException known) {
            throw known;
        } catch (OutOfMemoryError e) {
            // A damaged descriptor of a compressed unit asks for one array of gigabytes; nothing else is lost by refusing it.
            throw new SpectrumException("damaged: unit " + read + " declares more than the memory holds", e);
        } catch (IOException | RuntimeException e) {
            throw Damage.in("unit " + read, e); // headers full of noise break the library in ways of its own
        }
    }
}
