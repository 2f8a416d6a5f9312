package dev.parley.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.Aim;
import dev.parley.error.PlanException;
import dev.parley.error.SettingException;
import dev.parley.train.Listener;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a study refuses, and what it says of it. */
final class StudyRefusalTest {

  @TempDir private Path folder;
  private Study<Aim> study = Study.of(Small.PLAN);

  @BeforeEach
  void keepRecordsApart() {
    study = study.in(folder).workers(1);
  }

  @Test
  void whatIsWrongWithAllCellsIsToldAtOnceAndNothingStarts() {
    Small.Counting runner = new Small.Counting();
    PlanException e =
        assertThrows(
            PlanException.class,
            () -> Small.run(study.on(runner).vary(Aim::codebook, 1, 4, 7).vary(Aim::seqLen, 0, 2)));
    assertEquals(3, e.problems().size());
    assertEquals("1, 0; 1, 2", e.problems().get(0).value("cells").orElseThrow());
    assertEquals("4, 0; 7, 0", e.problems().get(1).value("cells").orElseThrow());
    assertTrue(runner.given.isEmpty());
    assertFalse(Files.exists(folder.resolve("x")));
  }

  @Test
  void anAblationThatCannotBeIsNamed() {
    Study<Aim> few = study.vary(Aim::seqLen, 1, 2).ablate("few", p -> p.codebook(1));
    PlanException e = assertThrows(PlanException.class, () -> Small.run(few));
    assertEquals("few, 1; few, 2", e.problems().get(0).value("cells").orElseThrow());
    Study<Aim> odd = study.ablate("odd", p -> p.codebook(7));
    e = assertThrows(PlanException.class, () -> Small.run(odd));
    String cell = e.problems().get(0).value("cell").orElseThrow();
    assertTrue(cell.startsWith("odd, Experiment.aim()"), cell);
  }

  @Test
  void whatChangesNothingIsRefused() {
    PlanException e =
        assertThrows(PlanException.class, () -> Small.run(study.ablate("same", p -> p)));
    assertTrue(e.toString().contains("\"same\", which leaves every plan"), e.toString());
    e = assertThrows(PlanException.class, () -> Small.run(study.oneAtATime()));
    assertEquals("oneAtATime", e.problems().get(0).subject());
  }

  @Test
  void settingsOfTheStudyItself() {
    assertThrows(SettingException.class, () -> study.seeds(0));
    assertThrows(SettingException.class, () -> study.seeds(1L, 1L));
    assertThrows(SettingException.class, () -> study.workers(0));
    assertThrows(SettingException.class, () -> study.vary(Aim::codebook, new Integer[0]));
    assertThrows(SettingException.class, () -> study.vary(Aim::environment));
    assertThrows(SettingException.class, () -> study.ablate("full", Aim::silent));
    assertThrows(
        SettingException.class, () -> study.ablate("a", Aim::silent).ablate("a", Aim::silent));
    assertThrows(SettingException.class, () -> Lineup.of(Small.PLAN));
    assertThrows(SettingException.class, () -> Lineup.of(Small.PLAN, Small.PLAN));
    assertThrows(SettingException.class, () -> Lineup.of(Small.PLAN, Small.PLAN.seed(99)));
    Lineup rounds = Lineup.of(Small.PLAN, Small.PLAN.rounds(9));
    assertThrows(SettingException.class, () -> rounds.rounds(5));
  }

  @Test
  @SuppressWarnings("NullAway") // what a prompt passes where a variable is not set
  void whatIsNotSetIsToldAtOnce() {
    assertThrows(SettingException.class, () -> study.vary(null, 1));
    assertThrows(SettingException.class, () -> study.vary(Aim::codebook, (Integer[]) null));
    assertThrows(SettingException.class, () -> study.vary(Aim::codebook, 8, (Integer) null));
    assertThrows(SettingException.class, () -> study.ablate(null, Aim::silent));
    assertThrows(SettingException.class, () -> study.ablate("a", null));
    assertThrows(PlanException.class, () -> Small.run(study.ablate("a", plan -> null)));
    assertThrows(SettingException.class, () -> study.run(null));
    assertThrows(SettingException.class, () -> study.seeds((long[]) null));
    assertThrows(SettingException.class, () -> Lineup.of(Small.PLAN, null));
    assertThrows(SettingException.class, () -> StudyReplay.of(null));
    assertThrows(SettingException.class, () -> Small.PLAN.resume(null));
    assertThrows(SettingException.class, () -> Small.PLAN.run(null));
  }

  /** The seeds of a study are those of {@code seeds}: cells that differ in nothing else are one. */
  @Test
  void aSeedIsNoSettingToVary() {
    PlanException e =
        assertThrows(PlanException.class, () -> Small.run(study.vary(Aim::seed, 1L, 2L)));
    assertEquals("seed", e.problems().get(0).subject());
    assertThrows(SettingException.class, () -> Lineup.of(Small.PLAN, Small.PLAN.seed(9)));
    Lineup two = Lineup.of(Small.PLAN, Small.PLAN.rounds(30));
    assertThrows(SettingException.class, () -> two.rounds(20));
    StudyResult result =
        Lineup.of(Small.PLAN, Small.PLAN.silent().seed(9))
            .seeds(2)
            .in(folder)
            .run(Listener.silent());
    assertFalse(result.table().stringColumn("plan").get(2).contains("seed"));
  }
}
