package org.novum.statistics.math;

/** Chooses the vector form where the incubator module is present, the scalar form otherwise. */
final class KernelSelection {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private KernelSelection() {}

    static ArrayKernels select() {
        return vectorModulePresent() ? VectorHolder.create() : new ScalarKernels();
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
