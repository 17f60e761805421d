package org.novum.root.stream;

/**
 * One member or base class of a streamed class (TStreamerElement).
 *
 * @param name of the member or base class
 * @param type code of {@code TVirtualStreamerInfo::EReadWrite}
 * @param length of a fixed array, or 0
 * @param typeName as C++ writes it
 * @param counter the member that counts a variable array, or empty
 * @param baseVersion of a base class
 */
public record Element(String name, int type, int length, String typeName, String counter, int baseVersion) {
    /** Added to a number's type for a fixed array. */
    public static final int ARRAY = 20;

    /** Added to a number's type for an array that another member counts. */
    public static final int COUNTED = 40;

    /** A base class; TObject and TNamed have types of their own. */
    public boolean isBase() {
        return type == 0 || typeName.equals("BASE");
    }

    /** A member that is an object of another class. */
    public boolean isObject() {
        return switch (type) {
            case 61, 62, 63, 66, 67, 68 -> true;
            default -> false;
        };
    }

    /** A pointer to an object, written with its class. */
    public boolean isPointer() {
        return type == 64 || type == 69;
    }
}
