package io.github.ddevbak.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Turns an invocation into a running process tree, or into the reason why there is none. */
final class Starter {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Map<String, String> environment;
    private final OwnGroup group;

    Starter(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.group = new OwnGroup(new Programs(environment));
    }

    ProcessTree start(Invocation call) throws CannotStartException {
        Path directory = call.directory().orElse(Path.of("")).toAbsolutePath();
        if (!Files.isDirectory(directory)) {
            throw new CannotStartException("the folder " + directory + " is not there");
        }
        Map<String, String> variables = variables(call);
        List<String> command = new ArrayList<>(call.command());
        command.set(0, program(command.get(0), directory, variables).toString());
        ProcessBuilder builder = new ProcessBuilder(call.amongUs() ? command : group.of(command))
                .directory(directory.toFile())
                .redirectInput(input(call.input()))
                .redirectOutput(output(call.output()));
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            return new ProcessTree(builder.start(), group.available() && !call.amongUs());
        } catch (IOException e) {
            throw new CannotStartException(call.command().get(0) + " could not be started: " + reason(e));
        }
    }

    private Map<String, String> variables(Invocation call) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(call.environment());
        call.environment().forEach((name, value) -> {
            if (value.isEmpty()) {
                variables.remove(name);
            }
        });
        return variables;
    }

    private static Path program(String name, Path directory, Map<String, String> variables)
            throws CannotStartException {
        boolean path = name.contains("/");
        return new Programs(variables)
                .find(path ? directory.resolve(name).toString() : name)
                .orElseThrow(() -> new CannotStartException(
                        name + (path ? " is not there, or may not be run" : " is not installed, or not on PATH")));
    }

    private static Redirect input(Input input) throws CannotStartException {
        if (input instanceof Input.FromFile from) {
            if (!Files.isReadable(from.file()) || Files.isDirectory(from.file())) {
                throw new CannotStartException("its input " + from.file() + " is not there, or may not be read");
            }
            return Redirect.from(from.file().toFile());
        }
        return input instanceof Input.FromStream ? Redirect.PIPE : Redirect.from(new File("/dev/null"));
    }

    /** Makes or empties an output file, readable by its owner only where it is new: it may hold a database. */
    private static Redirect output(Output output) throws CannotStartException {
        if (!(output instanceof Output.ToFile to)) {
            return Redirect.PIPE;
        }
        try {
            Set<StandardOpenOption> options =
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            Files.newByteChannel(to.file(), options, OWNER_ONLY).close();
        } catch (IOException e) {
            throw new CannotStartException("its output " + to.file() + " cannot be written: " + reason(e));
        }
        return Redirect.to(to.file().toFile());
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemException system) {
            return Objects.requireNonNullElse(
                    system.getReason(), system.getClass().getSimpleName());
        }
        // ProcessBuilder wraps the system's own words: "Cannot run program …: error=7, Argument list too long".
        Throwable said = Objects.requireNonNullElse(e.getCause(), e);
        return Objects.requireNonNullElse(said.getMessage(), said.toString()).replaceFirst("^error=\\d+, ", "");
    }
}
