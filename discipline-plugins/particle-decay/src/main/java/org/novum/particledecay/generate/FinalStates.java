package org.novum.particledecay.generate;

import java.util.List;

/** Final states that campaigns draw from, as PDG numbers; every one can come from a single parent. */
final class FinalStates {
    static final List<int[]> ALL = List.of(
            new int[] {13, -13}, new int[] {11, -11}, new int[] {22, 22}, new int[] {211, -211},
            new int[] {321, -321}, new int[] {321, -211}, new int[] {2212, -211}, new int[] {2212, -321},
            new int[] {2212, -2212}, new int[] {3122, 22}, new int[] {3122, -211}, new int[] {3122, 321},
            new int[] {310, 310}, new int[] {310, 211}, new int[] {310, 321}, new int[] {211, 22},
            new int[] {211, 111}, new int[] {321, 111}, new int[] {2212, 111}, new int[] {2212, 310},
            new int[] {13, -13, 22}, new int[] {11, -11, 22}, new int[] {13, -13, 321}, new int[] {13, -13, 211},
            new int[] {211, -211, 22}, new int[] {211, -211, 111}, new int[] {211, 211, -211},
            new int[] {321, -211, 211}, new int[] {321, -321, 211}, new int[] {321, -321, 321},
            new int[] {2212, -321, 211}, new int[] {2212, -211, 211}, new int[] {2212, -2212, 321},
            new int[] {310, 211, -211}, new int[] {310, 321, -211}, new int[] {3122, 211, -211},
            new int[] {3122, -2212, 321}, new int[] {22, 22, 111}, new int[] {13, -13, 310},
            new int[] {321, -211, 22}, new int[] {321, -211, 111}, new int[] {13, -13, 211, -211},
            new int[] {13, -13, 321, -321}, new int[] {13, -13, 13, -13}, new int[] {13, -13, 11, -11},
            new int[] {211, 211, -211, -211}, new int[] {321, -211, 211, -211}, new int[] {321, -321, 211, -211},
            new int[] {2212, -321, 211, -211}, new int[] {13, -13, 321, -211}, new int[] {13, -13, 2212, -321},
            new int[] {3122, 211, 211, -211}, new int[] {310, 211, 211, -211}, new int[] {211, -211, 22, 22},
            new int[] {321, -211, 211, 211, -211}, new int[] {13, -13, 321, 211, -211},
            new int[] {211, -211, 211, -211, 211}, new int[] {321, -321, 211, -211, 211});

    static final List<int[]> SAME_SIGN = List.of(
            new int[] {13, 13}, new int[] {-13, -13}, new int[] {11, 11}, new int[] {211, 211},
            new int[] {321, 321}, new int[] {321, 211});

    private FinalStates() {}
}
