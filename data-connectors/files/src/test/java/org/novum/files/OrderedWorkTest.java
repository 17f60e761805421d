package org.novum.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedWorkTest {
    @Test
    void resultsComeInOrder() {
        List<Integer> results = new ArrayList<>();
        try (OrderedWork<Integer> work = new OrderedWork<>(results::add)) {
            IntStream.range(0, 500).forEach(i -> work.give(() -> i));
            work.finish();
        }
        assertThat(results).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void theFirstFailureInOrderComesOut() {
        assertThatThrownBy(() -> {
                    try (OrderedWork<Integer> work = new OrderedWork<>(_ -> {})) {
                        for (int i = 0; i < 100; i++) {
                            int piece = i;
                            work.give(() -> {
                                if (piece >= 7) {
                                    throw new IllegalArgumentException("piece " + piece);
                                }
                                return piece;
                            });
                        }
                        work.finish();
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("piece 7");
    }
}
