package io.github.ddevbak.cli;

import io.github.ddevbak.cli.option.Declaration;
import io.github.ddevbak.cli.option.Single;
import io.github.ddevbak.project.DumpFormat;
import io.github.ddevbak.project.Printable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How dumps are to be stored, for the commands that make some. */
final class DumpFormatOption {
    final Single<String> word;

    DumpFormatOption(Declaration declaration) {
        word = declaration.text(
                "--format",
                "FORMAT",
                "How dumps are stored: gz, zst (smaller and faster; ddev import-db takes none) or sql"
                        + " (default: gz).");
    }

    /** What the option says; empty where it was not given. */
    Optional<DumpFormat> format() {
        return parsed("--format", word.orNull());
    }

    static Optional<DumpFormat> parsed(String option, @Nullable String word) {
        if (word == null || word.isEmpty()) {
            return Optional.empty();
        }
        Optional<DumpFormat> format = DumpFormat.parse(word);
        if (format.isEmpty()) {
            throw new UsageException(
                    option + " takes " + DumpFormat.words() + ", and not '" + Printable.text(word) + "'.");
        }
        return format;
    }
}
