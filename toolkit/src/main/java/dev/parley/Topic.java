package dev.parley;

import dev.parley.datasets.Dataset;
import dev.parley.env.Environment;
import dev.parley.language.Audit;
import dev.parley.language.Lexicon;
import dev.parley.language.Protocol;
import dev.parley.report.Card;
import dev.parley.report.Chart;
import dev.parley.report.Page;
import dev.parley.study.Lineup;
import dev.parley.study.Study;
import dev.parley.study.StudyReplay;
import dev.parley.study.StudyResult;
import dev.parley.train.Checkpointed;
import dev.parley.train.Diagnosis;
import dev.parley.train.Equilibria;
import dev.parley.train.Plan;
import dev.parley.train.Replay;
import dev.parley.train.Run;
import java.util.Locale;
import java.util.stream.Stream;

/** What can be asked for at a prompt. */
enum Topic {
  START("Parley: agents that invent a language, and whether they use it") {
    @Override
    void fill(Card card) {
      card.line("var plan = Experiment.aim().rounds(300)", "an experiment; nothing runs yet")
          .line("plan.codebook(16).seqLen(3)", "another one; Tab after the dot: all settings")
          .line("Parley.help(plan)", "its settings, what they are and may be")
          .line("Parley.help(\"plan\")", "how plans are made and compared")
          .line("var run = plan.run()", "trains")
          .line("run", "its card: what came out, do they talk?")
          .line("Parley.help(\"run\")", "what is in a run: tables, charts")
          .line("Parley.help(\"audit\")", "do they talk? of what? what went wrong?")
          .line("Parley.help(\"study\")", "many runs: sweeps, ablations, comparisons")
          .line("Parley.help(\"game\")", "other games, other data")
          .line("Parley.help(\"save\")", "keep, repeat, stop and go on")
          .line("docs/getting-started.md", "the first quarter of an hour");
    }
  },

  PLAN("A plan: an experiment as a value") {
    @Override
    void fill(Card card) {
      card.line("var small = plan.codebook(16)", "another plan; the first is as it was")
          .line("small.codebook()", "a setting without arguments tells its value")
          .line("Parley.help(small)", "what only this algorithm has")
          .line("Parley.help(small.setup())", "what every plan has")
          .line("Aim.published()", "AIM as its reference code trains it")
          .line("small.conflicts()", "settings that do not fit together")
          .line("small.equals(plan.codebook(16))", "equal settings, equal plans")
          .line("docs/aim.md", "every setting, and what it does")
          .line("docs/configuration.md", "evaluations, callbacks, partners");
    }
  },

  RUN("A run: what came out") {
    @Override
    void fill(Card card) {
      card.line("run.rounds().last(5)", "a Tablesaw table, one row a round")
          .line("run.rounds().columnNames()", "its columns")
          .line("run.measures()", "what the run comes to, by name")
          .line("run.score()", "0: best without talking, 1: optimum")
          .line("run.rewardCurve().show()", "a chart: a window, or a PNG and where")
          .line("run.symbolChart()", "also codebookChart, codeMap, messageMap")
          .line("run.reconstructions()", "images; also prototypes()")
          .line("run.report().show()", "all of it on one page, in a browser")
          .line("Parley.help(\"audit\")", "do they talk?")
          .line("docs/aim.md", "every column");
    }
  },

  AUDIT("Do they talk?") {
    @Override
    void fill(Card card) {
      card.line("run.audit()", "is it used? what it costs to change messages")
          .line("run.lexicon()", "what each message goes with")
          .line("run.lexicon().last(0.1).table()", "of the last tenth of the rounds")
          .line("run.protocol()", "what messages tell, and of what")
          .line("run.diagnosis()", "what went wrong, and what to try")
          .line("run.equilibria()", "what was played, beside the equilibria")
          .line("docs/audit.md", "the experiment behind the verdict")
          .line("docs/lexicon.md", "the columns; published logs, too")
          .line("docs/protocol.md", "why telling is not talking")
          .line("docs/diagnosis.md", "what goes wrong, how it shows");
    }
  },

  STUDY("Studies: many runs") {
    @Override
    void fill(Card card) {
      card.line("var study = Experiment.study(plan.rounds(50))", "five seeds; nothing runs yet")
          .line("study = study.vary(Aim::codebook, 16, 32)", "a setting by its own method")
          .line("study = study.ablate(\"silent\", Aim::silent)", "what is left out")
          .line("study = study.seeds(2).workers(2)", "which seeds, how many at once")
          .line("Experiment.compare(plan, Aim.published())", "plans side by side")
          .line("var result = study.run()", "kept in studies/; goes on where it stopped")
          .line("result.summary()", "one row a cell; table(): one row a run")
          .line("result.comparison(\"plateau\")", "differences, effects, tests")
          .line("result.curves()", "also boxes(measure), formation()")
          .line("docs/studies.md", "every table and chart");
    }
  },

  GAME("Games and data") {
    @Override
    void fill(Card card) {
      card.line("plan.environment(ParityDilemma.standard())", "only a sees: b needs a's message")
          .line("plan.environment(PrisonersDilemma.classic())", "one payoff table")
          .line("Experiment.ppo()", "games of several steps: docs/ppo.md")
          .line("plan.setup().environment()", "the default: nobody needs to talk")
          .line("plan.dataset(Signals.of(10, 16))", "synthetic clusters; also Mnist")
          .line("plan.setup().dataset()", "the default: handwritten digits")
          .line("run.anchors()", "what a joint reward is worth")
          .line("docs/metrics/games.md", "equilibria, and what was played")
          .line("docs/getting-started.md", "data: MNIST, your own files")
          .line("docs/environments.md", "a game of your own; more games");
    }
  },

  SAVE("Keep, repeat, stop and go on") {
    @Override
    void fill(Card card) {
      card.line("run.save(Path.of(\"runs/first\"))", "plan, tables, charts, report.html")
          .line("var again = Experiment.replay(Path.of(\"runs/first\"))", "runs it again")
          .line("again.same()", "the same numbers, to the last bit?")
          .line("again.differences()", "what differs: a table")
          .line("var kept = plan.checkpointEvery(100, Path.of(\"runs/a\"))", "leaves a file")
          .line("kept.run()", "Ctrl-C stops after the round")
          .line("plan.rounds(400).resume(Path.of(\"runs/a\"))", "goes on from that file")
          .line("run.rounds().write().csv(\"rounds.csv\")", "a table as a file")
          .line("docs/getting-started.md", "what is in the folder")
          .line("docs/reports.md", "the page");
    }
  };

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  /** Code, or a page of the documentation, and what it is for: a line each. */
  abstract void fill(Card card);

  /** What it is asked for by. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether values of this type belong here. */
  boolean isAbout(Class<?> type) {
    return types().anyMatch(known -> known.isAssignableFrom(type));
  }

  private Stream<Class<?>> types() {
    return switch (this) {
      case START -> Stream.of(Experiment.class);
      case PLAN -> Stream.of(Plan.class);
      case RUN -> Stream.of(Run.class, Chart.class, Card.class);
      case AUDIT ->
          Stream.of(Audit.class, Lexicon.class, Protocol.class, Diagnosis.class, Equilibria.class);
      case STUDY -> Stream.of(Study.class, Lineup.class, StudyResult.class);
      case GAME -> Stream.of(Environment.class, Dataset.class);
      case SAVE -> Stream.of(Replay.class, StudyReplay.class, Checkpointed.class, Page.class);
    };
  }

  Card card() {
    Card card = new Card(title);
    fill(card);
    return card;
  }
}
