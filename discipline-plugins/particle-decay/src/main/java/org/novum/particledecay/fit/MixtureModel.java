package org.novum.particledecay.fit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novum.particledecay.shape.ShapeParameter;
import org.novum.particledecay.shape.Window;

/**
 * A sum of components with free yields on one window. Immutable.
 *
 * <p>Parameters are ordered by component: its {@code yield}, then its shape's parameters.
 */
public final class MixtureModel {
    private final Window window;
    private final List<Component> components;
    private final List<ModelParameter> parameters;

    private MixtureModel(Window window, List<Component> components, List<ModelParameter> parameters) {
        this.window = window;
        this.components = List.copyOf(components);
        this.parameters = List.copyOf(parameters);
    }

    /**
     * A model with all parameters free that its shapes do not hold constant.
     *
     * @throws FitException if there is no component or two have one name
     */
    public static MixtureModel of(Window window, List<Component> components) {
        if (components.isEmpty()) {
            throw new FitException("a model needs at least one component");
        }
        Set<String> names = new HashSet<>();
        List<ModelParameter> parameters = new ArrayList<>();
        for (Component component : components) {
            if (!names.add(component.name())) {
                throw new FitException("two components are named " + component.name() + ": rename one");
            }
            Yield yield = component.yield();
            parameters.add(new ModelParameter(
                    component.name() + ".yield", yield.start(), yield.lower(), yield.upper(), new Binding.Free()));
            for (ShapeParameter p : component.shape().parameters(window)) {
                Binding binding = p.isConstant() ? new Binding.Constant() : new Binding.Free();
                parameters.add(new ModelParameter(
                        component.name() + "." + p.name(), p.start(), p.lower(), p.upper(), binding));
            }
        }
        return new MixtureModel(window, components, parameters);
    }

    /** The same model with a start value, moved inside the parameter's interval. */
    public MixtureModel start(String name, double value) {
        return replace(name, parameter(name).startingAt(value));
    }

    /** The same model with a parameter held at a value, which may lie outside its interval. */
    public MixtureModel fix(String name, double value) {
        return replace(name, new ModelParameter(name, value, value, value, new Binding.Constant()));
    }

    /** The same model with a parameter that follows a free one of another component. */
    public MixtureModel tie(String name, String source, double factor) {
        if (!(parameter(source).binding() instanceof Binding.Free)) {
            throw new FitException(name + " cannot follow " + source + ", which is not free");
        }
        return replace(name, parameter(name).bound(new Binding.Scaled(source, factor)));
    }

    /** The same model with other limits for a parameter; its start value is moved inside. */
    public MixtureModel limit(String name, double lower, double upper) {
        ModelParameter old = parameter(name);
        return replace(name, new ModelParameter(name, lower, lower, upper, old.binding()).startingAt(old.start()));
    }

    /** The model without one component; parameters of others that followed it become free. */
    public MixtureModel without(String component) {
        List<Component> kept = components.stream().filter(c -> !c.name().equals(component)).toList();
        if (kept.size() == components.size()) {
            throw new FitException("the model has no component " + component);
        }
        String prefix = component + ".";
        List<ModelParameter> rest = new ArrayList<>();
        for (ModelParameter p : parameters) {
            if (!p.name().startsWith(prefix)) {
                boolean orphan = p.binding() instanceof Binding.Scaled scaled && scaled.source().startsWith(prefix);
                rest.add(orphan ? p.bound(new Binding.Free()) : p);
            }
        }
        return new MixtureModel(window, kept, rest);
    }

    /** The model with one more component. */
    public MixtureModel with(Component component) {
        List<Component> more = new ArrayList<>(components);
        more.add(component);
        MixtureModel fresh = of(window, more);
        List<ModelParameter> all = new ArrayList<>(parameters);
        all.addAll(fresh.parameters.subList(parameters.size(), fresh.parameters.size()));
        return new MixtureModel(window, more, all);
    }

    private MixtureModel replace(String name, ModelParameter replacement) {
        List<ModelParameter> changed = new ArrayList<>(parameters);
        changed.set(index(name), replacement);
        return new MixtureModel(window, components, changed);
    }

    /** Where the model lives. */
    public Window window() {
        return window;
    }

    /** Contributions in order. */
    public List<Component> components() {
        return components;
    }

    /** All parameters in order. */
    public List<ModelParameter> parameters() {
        return parameters;
    }

    /** Number of parameters that a fit determines. */
    public int freeParameters() {
        return (int) parameters.stream().filter(p -> p.binding() instanceof Binding.Free).count();
    }

    /**
     * One parameter.
     *
     * @throws FitException if there is none of that name
     */
    public ModelParameter parameter(String name) {
        return parameters.get(index(name));
    }

    /** Whether there is a parameter of that name. */
    public boolean has(String name) {
        return parameters.stream().anyMatch(p -> p.name().equals(name));
    }

    int index(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new FitException("the model has no parameter " + name + "; it has "
                + parameters.stream().map(ModelParameter::name).toList());
    }
}
