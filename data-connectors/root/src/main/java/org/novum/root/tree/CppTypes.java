package org.novum.root.tree;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novum.root.column.Scalar;

/** C++ types as branches name them. */
final class CppTypes {
    private static final Pattern COLLECTION =
            Pattern.compile("(?:std::)?(?:vector|list|deque|set|multiset|unordered_set|ROOT::VecOps::RVec)<\\s*([^<>]*?)\\s*>");
    private static final Set<String> TEXTS = Set.of("string", "std::string", "TString");

    private CppTypes() {}

    static boolean isText(String type) {
        return TEXTS.contains(type);
    }

    /** What a collection holds, where that is no collection itself. */
    static Optional<String> itemOf(String type) {
        Matcher matcher = COLLECTION.matcher(type.strip());
        return matcher.matches() ? Optional.of(matcher.group(1).split(",")[0].strip()) : Optional.empty();
    }

    /** The number that a type is. */
    static Optional<Scalar> scalar(String type) {
        return Optional.ofNullable(number(type.replaceFirst("^std::", "")));
    }

    private static @Nullable Scalar number(String type) {
        return switch (type) {
            case "bool", "Bool_t" -> Scalar.BOOL;
            case "char", "signed char", "Char_t", "int8_t" -> Scalar.INT8;
            case "unsigned char", "UChar_t", "uint8_t" -> Scalar.UINT8;
            case "short", "Short_t", "int16_t" -> Scalar.INT16;
            case "unsigned short", "UShort_t", "uint16_t" -> Scalar.UINT16;
            case "int", "Int_t", "int32_t" -> Scalar.INT32;
            case "unsigned int", "unsigned", "UInt_t", "uint32_t" -> Scalar.UINT32;
            case "long", "long long", "Long_t", "Long64_t", "int64_t" -> Scalar.INT64;
            case "unsigned long", "unsigned long long", "ULong_t", "ULong64_t", "uint64_t" -> Scalar.UINT64;
            case "float", "Float_t" -> Scalar.FLOAT32;
            case "double", "Double_t" -> Scalar.FLOAT64;
            default -> null;
        };
    }
}
