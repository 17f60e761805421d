package org.novum.fits.spectrum;

import java.util.ArrayList;
import java.util.List;

/** The rows of one file: those of a file of few objects are decoded at once, others when they are asked for. */
final class Rows {
    static final int FEW = 8;

    private final SpectrumFile file;
    private final List<SpectrumRow> ready = new ArrayList<>();

    Rows(SpectrumFile file) {
        this.file = file;
        if (file.size() <= FEW) {
            for (int index = 0; index < file.size(); index++) {
                ready.add(decoded(index));
            }
        }
    }

    int size() {
        return file.size();
    }

    SpectrumRow get(int index) {
        return ready.isEmpty() ? decoded(index) : ready.get(index);
    }

    private SpectrumRow decoded(int index) {
        try {
            return Checks.checked(file.read(index));
        } catch (SpectrumException unreadable) {
            return new SpectrumRow.Unreadable(file.identity(index), String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError defect) {
            // A damaged file may break the library below in ways of its own; the batch goes on.
            return new SpectrumRow.Unreadable(
                    file.identity(index), "damaged: it cannot be decoded (" + defect.getClass().getSimpleName() + ")");
        }
    }
}
