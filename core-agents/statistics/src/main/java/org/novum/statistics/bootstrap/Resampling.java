package org.novum.statistics.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.novum.statistics.internal.Require;

/** How rows are drawn for a replicate: in exchangeable units, each a row, a block of neighbours or a group. */
public sealed interface Resampling {
    /** Returns the number of rows. */
    int rows();

    /** Draws the rows of one replicate. */
    int[] draw(SplittableRandom random);

    /** Returns the rows that remain when each unit is left out in turn, for the jackknife. */
    List<int[]> leavingOneOut();

    /**
     * Independent rows (Efron 1979).
     *
     * @param rows number of rows
     */
    record Rows(int rows) implements Resampling {
        /** Checks the number. */
        public Rows {
            Require.atLeast("rows", rows, 2);
        }

        @Override
        public int[] draw(SplittableRandom random) {
            int[] drawn = new int[rows];
            for (int i = 0; i < rows; i++) {
                drawn[i] = random.nextInt(rows);
            }
            return drawn;
        }

        @Override
        public List<int[]> leavingOneOut() {
            return IntStream.range(0, rows).mapToObj(left -> rowsOutside(rows, left, left + 1)).toList();
        }
    }

    /**
     * Rows correlated with their neighbours: circular blocks of fixed length (Politis and Romano 1992).
     *
     * @param rows number of rows, in order of time or wavelength
     * @param length rows in a block, at least the correlation length
     */
    record Blocks(int rows, int length) implements Resampling {
        /** Checks the numbers. */
        public Blocks {
            Require.atLeast("block length", length, 1);
            Require.atLeast("rows in blocks of " + length, rows, 2 * length);
        }

        @Override
        public int[] draw(SplittableRandom random) {
            int[] drawn = new int[rows];
            int start = 0;
            for (int i = 0; i < rows; i++) {
                if (i % length == 0) {
                    start = random.nextInt(rows);
                }
                drawn[i] = (start + i % length) % rows;
            }
            return drawn;
        }

        @Override
        public List<int[]> leavingOneOut() {
            int blocks = (rows + length - 1) / length;
            return IntStream.range(0, blocks)
                    .mapToObj(b -> rowsOutside(rows, b * length, Math.min(rows, (b + 1) * length)))
                    .toList();
        }
    }

    /**
     * Rows that belong to groups (an object, a night, an active region): whole groups are drawn.
     *
     * @param members the rows of each group
     */
    record Groups(List<int[]> members) implements Resampling {
        /** Copies the groups. */
        public Groups {
            members = members.stream().map(int[]::clone).toList();
            Require.atLeast("groups", members.size(), 2);
        }

        /** Returns the groups of rows that carry equal labels, ordered by label. */
        public static Groups ofLabels(long[] labels) {
            TreeMap<Long, List<Integer>> groups = new TreeMap<>();
            for (int row = 0; row < labels.length; row++) {
                groups.computeIfAbsent(labels[row], label -> new ArrayList<>()).add(row);
            }
            return new Groups(groups.values().stream()
                    .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
                    .toList());
        }

        @Override
        public int rows() {
            return members.stream().mapToInt(group -> group.length).sum();
        }

        @Override
        public int[] draw(SplittableRandom random) {
            return IntStream.range(0, members.size())
                    .map(unit -> random.nextInt(members.size()))
                    .mapToObj(members::get)
                    .flatMapToInt(IntStream::of)
                    .toArray();
        }

        @Override
        public List<int[]> leavingOneOut() {
            return IntStream.range(0, members.size())
                    .mapToObj(left -> IntStream.range(0, members.size())
                            .filter(unit -> unit != left)
                            .mapToObj(members::get)
                            .flatMapToInt(IntStream::of)
                            .toArray())
                    .toList();
        }
    }

    private static int[] rowsOutside(int rows, int from, int until) {
        return IntStream.range(0, rows).filter(row -> row < from || row >= until).toArray();
    }
}
