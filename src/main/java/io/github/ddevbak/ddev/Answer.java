package io.github.ddevbak.ddev;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What ddev (or docker) answered, or why it did not. */
public sealed interface Answer<T> {

    /** What was answered; empty where the question was refused. */
    Optional<T> value();

    /** The same answer, read further; a refusal stays what it is. */
    <R> Answer<R> map(Function<T, R> reading);

    /** Asks the next question with this one's answer; a refusal stays what it is. The warnings of both are kept. */
    <R> Answer<R> then(Function<T, Answer<R>> next);

    /**
     * An answer that was read and has the shape asked for.
     *
     * @param content what was asked for
     * @param warnings what was said on standard error beside it, a printable line each
     */
    record Said<T>(T content, List<String> warnings) implements Answer<T> {
        public Said {
            warnings = List.copyOf(warnings);
        }

        @Override
        public Optional<T> value() {
            return Optional.of(content);
        }

        @Override
        public <R> Answer<R> map(Function<T, R> reading) {
            return new Said<>(reading.apply(content), warnings);
        }

        @Override
        public <R> Answer<R> then(Function<T, Answer<R>> next) {
            Answer<R> further = next.apply(content);
            if (further instanceof Said<R> said && !warnings.isEmpty()) {
                List<String> both = new ArrayList<>(warnings);
                both.addAll(said.warnings());
                return new Said<>(said.content(), both);
            }
            return further;
        }
    }

    /**
     * No answer.
     *
     * @param why one printable line: the child's last words, or how it ended
     */
    record Refused<T>(Trouble trouble, String why) implements Answer<T> {
        @Override
        public Optional<T> value() {
            return Optional.empty();
        }

        @Override
        public <R> Answer<R> map(Function<T, R> reading) {
            return new Refused<>(trouble, why);
        }

        @Override
        public <R> Answer<R> then(Function<T, Answer<R>> next) {
            return new Refused<>(trouble, why);
        }
    }

    /** What kind of thing went wrong, for those who must decide whose fault it is. */
    enum Trouble {
        /** The program could not be started. */
        NOT_INSTALLED,
        /** ddev does not run as root (ddev v1.22 to v1.25.3). */
        ROOT,
        /** Docker does not answer, or not to this user. */
        DOCKER_DOWN,
        TIMED_OUT,
        CANCELLED,
        OTHER
    }
}
