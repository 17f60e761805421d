package org.novum.tabular;

import java.util.concurrent.atomic.AtomicLong;

/** Finds delimiters and line feeds in text without quotes; two ways that give the same positions. */
sealed interface SeparatorScan permits SeparatorScan.Words, SeparatorScan.Vectors {
    /** What a scan writes behind the last position it found. */
    int OVERHANG = 64;

    /**
     * Finds separators from a position on until enough are found or the text ends.
     *
     * @param cursor whose {@code separators}, {@code found}, {@code at} and {@code lineFeeds} move on
     * @param enough stop when there are as many
     */
    void advance(FieldCursor cursor, int enough);

    /** Eight bytes at a time within a machine word. */
    record Words() implements SeparatorScan {
        @Override
        public void advance(FieldCursor cursor, int enough) {
            WordScan.advance(cursor, enough);
        }
    }

    /** 32 bytes at a time with vector instructions. */
    record Vectors() implements SeparatorScan {
        @Override
        public void advance(FieldCursor cursor, int enough) {
            VectorScan.advance(cursor, enough);
        }
    }

    /**
     * Chooses between them.
     *
     * <p>Vectors are three times as fast once they are compiled, but getting there costs as much time as they save on
     * half a gigabyte of text (measured: 150 ms against 0.3 ms a megabyte). So that much text is scanned in words first:
     * whoever reads little never pays, and whoever reads a lot pays at most twice the least possible.
     */
    final class Choice {
        private static final long PAYS_AFTER = 1L << 29;
        private static final AtomicLong SCANNED = new AtomicLong();
        private static final boolean AVAILABLE = hasModule() && VectorScan.isWide();

        private Choice() {}

        /** The way to scan so many bytes more. */
        static SeparatorScan of(int bytes) {
            return SCANNED.addAndGet(bytes) > PAYS_AFTER && AVAILABLE ? new Vectors() : new Words();
        }

        /** True if the program was started with the Vector API. */
        static boolean hasModule() {
            return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        }
    }
}
