package org.novum.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes command objects; those that work get the workbench through their constructor. */
record Commands(Workbench workbench) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Workbench.class) {
                return type.cast(constructor.newInstance(workbench));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
