package io.github.ddevbak.cli;

import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** Makes a command when it is named; each takes the root, which holds the options and the use cases. */
final class Commands implements CommandLine.IFactory {
    private static final Map<Class<?>, Function<DdevbakCommand, Object>> MAKERS = Map.of(
            AllCommand.class, AllCommand::new,
            SnapshotCommand.class, SnapshotCommand::new,
            ExportDbCommand.class, ExportDbCommand::new,
            GitCheckCommand.class, GitCheckCommand::new,
            FilesManifestCommand.class, FilesManifestCommand::new,
            ListCommand.class, ListCommand::new,
            RestoreCommand.class, RestoreCommand::new,
            StatusCommand.class, StatusCommand::new,
            DoctorCommand.class, DoctorCommand::new,
            DemoCommand.class, DemoCommand::new);

    private final DdevbakCommand root;
    private final CommandLine.IFactory others = CommandLine.defaultFactory();

    Commands(DdevbakCommand root) {
        this.root = root;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Function<DdevbakCommand, Object> maker = MAKERS.get(type);
        return maker == null ? others.create(type) : type.cast(maker.apply(root));
    }
}
