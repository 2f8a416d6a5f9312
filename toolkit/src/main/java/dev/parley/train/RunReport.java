package dev.parley.train;

import dev.parley.report.Page;
import java.util.List;

/** A run as a page: the list of its sections, each of which tells one thing. */
final class RunReport {

  /** A part of the page; it adds nothing where there is nothing to tell. */
  private interface Section {
    void add(Run run, Page page);
  }

  /** In the order of the page. */
  private static final List<Section> SECTIONS =
      List.of(
          RunOverview::add,
          RunVerdict::add,
          RunChecks::diagnosis,
          RunCurves::reward,
          RunCurves::others,
          RunSpeech::messages,
          RunProtocol::add,
          RunSpeech::codebook,
          RunChecks::equilibria,
          RunCurves::preparation,
          RunOrigin::plan,
          RunOrigin::provenance,
          RunOrigin::repeat);

  private RunReport() {}

  static Page of(Run run) {
    Page page = new Page("Run " + run.id() + (run.stoppedEarly() ? ", stopped early" : ""));
    SECTIONS.forEach(section -> section.add(run, page));
    return page;
  }
}
