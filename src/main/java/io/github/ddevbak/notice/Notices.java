package io.github.ddevbak.notice;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.settings.NoticeKind;
import io.github.ddevbak.settings.NoticeSettings;
import io.github.ddevbak.settings.NoticeWhen;
import io.github.ddevbak.store.Destination;
import io.github.ddevbak.store.DestinationException;
import io.github.ddevbak.store.NoticeMemory;
import io.github.ddevbak.store.NoticeNotes;
import io.github.ddevbak.store.PartRecord;
import io.github.ddevbak.store.RunProject;
import io.github.ddevbak.store.RunRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Has those told who want to hear of runs; what goes wrong with it is a warning and nothing more. */
public final class Notices {
    private static final Duration MOST = Duration.ofSeconds(100);

    private final List<NoticeSettings> notices;
    private final Carriers carriers;
    private final NoticeNotes notes;
    private final Destination destination;
    private final Around around;

    /**
     * What a run stands in.
     *
     * @param ids makes a UUID for each run
     * @param hurried whether somebody waits for this program to end
     */
    public record Around(Clock clock, Supplier<String> ids, BooleanSupplier hurried) {}

    public Notices(
            List<NoticeSettings> notices,
            Carriers carriers,
            NoticeNotes notes,
            Destination destination,
            Around around) {
        this.notices = List.copyOf(notices);
        this.carriers = carriers;
        this.notes = notes;
        this.destination = destination;
        this.around = around;
    }

    /** Everyone who is told. */
    public List<NoticeSettings> all() {
        return notices;
    }

    /** A run of that command for these parts, of which nobody was told yet. */
    public Hearing of(String command, Set<Part> parts) {
        return new Hearing(command, parts, around.ids().get());
    }

    /** Tries them; nothing is remembered of it but what failed. */
    public List<Sent> test(List<NoticeSettings> chosen) {
        Outcome outcome = new Outcome(
                "notice test",
                0,
                "",
                "ddevbak notice test: this is a test, nothing was backed up",
                List.of("Whoever reads this is told of the runs of 'ddevbak all'."),
                Map.of(),
                "{\n  \"schema\": \"ddevbak/notice-test/1\",\n  \"exitCode\": 0\n}");
        Message message = new Message(Message.Stage.TEST, around.ids().get(), outcome, false, false);
        return Delivery.of(chosen, carriers, message).await(MOST);
    }

    /** One run, told as it begins and ends. */
    public final class Hearing {
        private final String command;
        private final String id;
        private final String kind;
        private final Optional<Map<String, String>> before;
        private Optional<Delivery> begun = Optional.empty();

        Hearing(String command, Set<Part> parts, String id) {
            this.command = command;
            this.id = id;
            this.kind = kind(command, parts);
            this.before = notices.isEmpty() ? Optional.empty() : before(kind, command, parts);
        }

        /** The run begins, and does not wait for those who are told so. */
        public void begins() {
            List<NoticeSettings> pings = notices.stream()
                    .filter(one -> one.kind() == NoticeKind.PING && one.when() == NoticeWhen.ALWAYS)
                    .toList();
            Outcome nothing = Outcome.notBegun(command, 0, "", "");
            begun = Optional.of(Delivery.of(
                    pings,
                    carriers,
                    new Message(
                            Message.Stage.BEGINS,
                            id,
                            nothing,
                            false,
                            around.hurried().getAsBoolean())));
        }

        /** The run ended: tells those who want to hear of such an end, and warns of what did not get through. */
        public List<Finding> ended(Outcome outcome) {
            if (notices.isEmpty()) {
                return List.of();
            }
            Occasion occasion = Occasion.of(outcome, before);
            boolean hurried = outcome.interrupted() || around.hurried().getAsBoolean();
            // The end must not overtake the beginning; that it got through does not matter any more.
            begun.ifPresent(beginning -> beginning.await(Duration.ofSeconds(hurried ? 2 : 10)));
            Message message =
                    new Message(Message.Stage.ENDED, id, outcome.with(occasion.changes()), occasion.changed(), hurried);
            List<NoticeSettings> wanted =
                    notices.stream().filter(one -> occasion.is(one.when())).toList();
            List<Finding> findings = new ArrayList<>();
            Delivery.of(wanted, carriers, message).await(hurried ? MOST.dividedBy(5) : MOST).stream()
                    .flatMap(sent -> sent.finding().stream())
                    .forEach(findings::add);
            remember(occasion, findings);
            return findings;
        }

        private void remember(Occasion occasion, List<Finding> findings) {
            NoticeMemory memory = notes.read()
                    .orElseGet(() -> NoticeMemory.none(around.clock().instant()));
            List<String> failures = findings.stream().map(Finding::sentence).toList();
            try {
                notes.write(memory.and(around.clock().instant(), kind, occasion.now(), failures));
            } catch (DestinationException refused) {
                findings.add(Finding.warning("notice.failed", String.valueOf(refused.getMessage()), ""));
            }
        }
    }

    /** Runs that can be told beside each other: one of fewer parts says nothing of the others, and changes nothing. */
    private static String kind(String command, Set<Part> parts) {
        return parts.equals(Part.USUAL)
                ? command
                : command + " --only " + parts.stream().map(Part::word).sorted().collect(Collectors.joining(","));
    }

    /** How the run before ended, as it was remembered; by its record where notices are new. */
    private Optional<Map<String, String>> before(String kind, String command, Set<Part> parts) {
        Optional<Map<String, String>> remembered =
                notes.read().map(NoticeMemory::outcomes).map(outcomes -> outcomes.get(kind));
        return remembered.or(() -> record(command, parts)
                .map(record -> Occasion.of(Outcome.of(record, record.exitCode(), ""), Optional.empty())
                        .now()));
    }

    private Optional<RunRecord> record(String command, Set<Part> parts) {
        try {
            return destination.newestRun(run -> run.command().equals(command)
                    && run.projects().stream()
                            .allMatch(project -> asked(project).equals(parts)));
        } catch (DestinationException unreadable) {
            return Optional.empty();
        }
    }

    private static Set<Part> asked(RunProject project) {
        return project.parts().stream()
                .filter(part -> part.state() != PartState.SKIPPED)
                .map(PartRecord::part)
                .collect(Collectors.toSet());
    }
}
