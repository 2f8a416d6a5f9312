package dev.parley.study;

import dev.parley.report.Page;
import java.util.List;

/** A study as a page: the list of its sections, each of which tells one thing. */
final class StudyReport {

  /** A part of the page; it adds nothing where there is nothing to tell. */
  private interface Section {
    void add(StudyResult result, Page page);
  }

  /** In the order of the page. */
  private static final List<Section> SECTIONS =
      List.of(
          StudyOverview::add,
          StudyFindings::failed,
          StudyFindings::summary,
          StudyFindings::curves,
          StudyFindings::comparisons,
          StudyFindings::settings,
          StudyFindings::trials,
          StudyOrigin::plans,
          StudyOrigin::provenance,
          StudyOrigin::repeat);

  private StudyReport() {}

  static Page of(StudyResult result) {
    Page page = new Page("Study: " + StudyOverview.subject(result));
    SECTIONS.forEach(section -> section.add(result, page));
    return page;
  }
}
