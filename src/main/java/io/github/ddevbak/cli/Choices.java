package io.github.ddevbak.cli;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.schedule.TimerSystem;
import io.github.ddevbak.settings.CopyFiles;
import java.util.Iterator;
import java.util.stream.Stream;

/** The words an option takes that is read by hand, for a shell's completion. */
final class Choices {
    private Choices() {}

    /** The parts of a project. */
    static final class OfParts implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(Part.values()).map(Part::word).iterator();
        }
    }

    /** When user files are copied. */
    static final class OfCopies implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(CopyFiles.values()).map(CopyFiles::word).iterator();
        }
    }

    /** What starts jobs. */
    static final class OfTimers implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(TimerSystem.values()).map(TimerSystem::word).iterator();
        }
    }
}
