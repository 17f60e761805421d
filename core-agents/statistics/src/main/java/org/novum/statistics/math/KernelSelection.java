package org.novum.statistics.math;

/**
 * Chooses the vector form where the incubator module is present and there is enough to do, the scalar form otherwise.
 *
 * <p>The system property {@value #PROPERTY} set to {@code scalar} chooses the scalar form in any case: right for a
 * virtual machine without its optimising compiler, where the Vector API is slow. Set to {@code vector} it chooses the
 * vector form from the start. Results are the same.
 */
final class KernelSelection {
    static final String PROPERTY = "org.novum.statistics.math.form";

    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private KernelSelection() {}

    static ArrayKernels select() {
        if (!vectorModulePresent()) {
            return new ScalarKernels();
        }
        return switch (System.getProperty(PROPERTY, "tiered")) {
            case "scalar" -> new ScalarKernels();
            case "vector" -> VectorHolder.create();
            default -> new TieredKernels(new ScalarKernels(), VectorHolder.create(), TieredKernels.WORTH);
        };
    }

    static boolean vectorModulePresent() {
        return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
    }

    /** Linked on first use only, so that a machine without the module never sees its types. */
    private static final class VectorHolder {
        static ArrayKernels create() {
            return new VectorKernels();
        }
    }
}
