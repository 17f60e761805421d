package org.novum.root.ntuple;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * XXH3 of 64 bits with seed zero and the default secret, which guards ntuples (xxHash, "XXH3 Algorithm Overview" of its
 * specification).
 */
final class XxHash3 {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final byte[] SECRET = HexFormat.of().parseHex(
            "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
                    + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
                    + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8a8"
                    + "fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364ea"
                    + "c5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e2b"
                    + "16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e");

    private static final long P32_1 = 0x9E3779B1L;
    private static final long P32_2 = 0x85EBCA77L;
    private static final long P32_3 = 0xC2B2AE3DL;
    private static final long P64_1 = 0x9E3779B185EBCA87L;
    private static final long P64_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P64_3 = 0x165667B19E3779F9L;
    private static final long P64_4 = 0x85EBCA77C2B2AE63L;
    private static final long P64_5 = 0x27D4EB2F165667C5L;
    private static final long MX_1 = 0x165667919E3779F9L;
    private static final long MX_2 = 0x9FB21C651E98DF25L;

    private static final int STRIPE = 64;
    private static final int SECRET_STEP = 8;
    private static final int SHORTEST_SECRET = 136;

    private XxHash3() {}

    static long of(byte[] bytes, int from, int length) {
        if (length > 240) {
            return ofMany(bytes, from, length);
        }
        if (length > 128) {
            return of129To240(bytes, from, length);
        }
        if (length > 16) {
            return of17To128(bytes, from, length);
        }
        return ofFew(bytes, from, length);
    }

    private static long ofFew(byte[] bytes, int from, int length) {
        if (length > 8) {
            long flip1 = secret(24) ^ secret(32);
            long flip2 = secret(40) ^ secret(48);
            long low = int64(bytes, from) ^ flip1;
            long high = int64(bytes, from + length - 8) ^ flip2;
            return avalanche(length + Long.reverseBytes(low) + high + fold(low, high));
        }
        if (length >= 4) {
            long first = (int) INT.get(bytes, from) & 0xffff_ffffL;
            long last = (int) INT.get(bytes, from + length - 4) & 0xffff_ffffL;
            long hash = last + (first << 32) ^ secret(8) ^ secret(16);
            hash ^= Long.rotateLeft(hash, 49) ^ Long.rotateLeft(hash, 24);
            hash *= MX_2;
            hash ^= (hash >>> 35) + length;
            hash *= MX_2;
            return hash ^ hash >>> 28;
        }
        long hash = secret(56) ^ secret(64);
        if (length > 0) {
            int combined = (bytes[from] & 0xff) << 16
                    | (bytes[from + (length >> 1)] & 0xff) << 24
                    | bytes[from + length - 1] & 0xff
                    | length << 8;
            long flip = ((int) INT.get(SECRET, 0) ^ (int) INT.get(SECRET, 4)) & 0xffff_ffffL;
            hash = combined & 0xffff_ffffL ^ flip;
        }
        return avalanche64(hash);
    }

    private static long of17To128(byte[] bytes, int from, int length) {
        long hash = length * P64_1;
        for (int i = (length - 1) / 32; i >= 0; i--) {
            hash += mix16(bytes, from + 16 * i, 32 * i);
            hash += mix16(bytes, from + length - 16 * (i + 1), 32 * i + 16);
        }
        return avalanche(hash);
    }

    private static long of129To240(byte[] bytes, int from, int length) {
        long hash = length * P64_1;
        int rounds = length / 16;
        for (int i = 0; i < 8; i++) {
            hash += mix16(bytes, from + 16 * i, 16 * i);
        }
        hash = avalanche(hash);
        for (int i = 8; i < rounds; i++) {
            hash += mix16(bytes, from + 16 * i, 16 * (i - 8) + 3);
        }
        return avalanche(hash + mix16(bytes, from + length - 16, SHORTEST_SECRET - 17));
    }

    private static long ofMany(byte[] bytes, int from, int length) {
        long[] lanes = {P32_3, P64_1, P64_2, P64_3, P64_4, P32_2, P64_5, P32_1};
        int stripes = (SECRET.length - STRIPE) / SECRET_STEP;
        int block = STRIPE * stripes;
        int blocks = (length - 1) / block;
        for (int i = 0; i < blocks; i++) {
            for (int stripe = 0; stripe < stripes; stripe++) {
                accumulate(lanes, bytes, from + i * block + stripe * STRIPE, stripe * SECRET_STEP);
            }
            for (int lane = 0; lane < 8; lane++) {
                lanes[lane] = (lanes[lane] ^ lanes[lane] >>> 47 ^ secret(SECRET.length - STRIPE + 8 * lane)) * P32_1;
            }
        }
        int left = (length - 1 - blocks * block) / STRIPE;
        for (int stripe = 0; stripe < left; stripe++) {
            accumulate(lanes, bytes, from + blocks * block + stripe * STRIPE, stripe * SECRET_STEP);
        }
        accumulate(lanes, bytes, from + length - STRIPE, SECRET.length - STRIPE - 7);
        long hash = length * P64_1;
        for (int i = 0; i < 4; i++) {
            hash += fold(lanes[2 * i] ^ secret(11 + 16 * i), lanes[2 * i + 1] ^ secret(11 + 16 * i + 8));
        }
        return avalanche(hash);
    }

    private static void accumulate(long[] lanes, byte[] bytes, int at, int secretAt) {
        for (int lane = 0; lane < 8; lane++) {
            long value = int64(bytes, at + 8 * lane);
            long key = value ^ secret(secretAt + 8 * lane);
            lanes[lane ^ 1] += value;
            lanes[lane] += (key & 0xffff_ffffL) * (key >>> 32);
        }
    }

    private static long mix16(byte[] bytes, int at, int secretAt) {
        return fold(int64(bytes, at) ^ secret(secretAt), int64(bytes, at + 8) ^ secret(secretAt + 8));
    }

    /** The two halves of the product of 128 bits, folded. */
    private static long fold(long one, long other) {
        return one * other ^ Math.unsignedMultiplyHigh(one, other);
    }

    private static long avalanche(long hash) {
        long mixed = (hash ^ hash >>> 37) * MX_1;
        return mixed ^ mixed >>> 32;
    }

    private static long avalanche64(long hash) {
        long mixed = (hash ^ hash >>> 33) * P64_2;
        mixed = (mixed ^ mixed >>> 29) * P64_3;
        return mixed ^ mixed >>> 32;
    }

    private static long secret(int at) {
        return int64(SECRET, at);
    }

    private static long int64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }
}
