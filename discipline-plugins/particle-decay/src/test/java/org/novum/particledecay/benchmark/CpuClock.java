package org.novum.particledecay.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time. */
@FunctionalInterface
interface CpuClock {
    /** That of this process. */
    CpuClock PROCESS = () -> 1e-9
            * ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();

    /** Seconds so far. */
    double seconds();
}
