extension Glossary {
    /// The words of assessments.
    static let assess: [Entry] = [
        Entry(
            "maturity",
            "How far a workflow has come, on six levels: Tribal Knowledge, Documentation, Process, Automation, Software, "
                + "Operational Intelligence. The level is the highest of which all checks, and those of all below, are "
                + "passed. Every check is a question that the record of the work answers; nobody is asked.",
            "flywheel assess", names: ["workflow maturity"]),
        Entry(
            "not-met", "A check that the record of the work says no to; it says how many, and what to do.",
            "flywheel assess"),
        Entry("met", "A check that the record of the work says yes to, on enough events.", "flywheel assess"),
        Entry(
            "not-applicable",
            "A check that asks for something there is none of, such as thresholds of a workflow "
                + "without any. It holds no level back and proves none.", "flywheel assess"),
        Entry(
            "inconclusive",
            "Too few events, or too many of which the answer is not known. It is neither yes nor no, and raises nothing.",
            "flywheel assess"),
        Entry(
            "exempt",
            "A check that somebody left out until a day, with a reason. It holds no level back and proves none, is named "
                + "beside the level, and counts again after that day.", "flywheel assess exempt --help"),
        Entry(
            "attachment",
            "A file that shows what the data cannot, such as a playbook in a binder. Its name and SHA-256 are kept, and it "
                + "counts until a day.", "flywheel assess attach --help"),
        Entry("not-installed", "A workflow that this program does not have. It is no zero.", "flywheel assess"),
        Entry(
            "not-measured-yet",
            "There was nothing to measure so far: no problem, or no look at a signal with and "
                + "without it. It is no zero.", "flywheel assess"),
        Entry(
            "connection",
            "What one workflow gives another, measured by taking it away: 0 nothing, 1 people carry it over, 2 read in "
                + "part or late, 3 read in time, 4 findings depend on it, 5 its effect was reviewed and is better than "
                + "chance.", "flywheel assess"),
        Entry(
            "value-path",
            "The workflows that hand something to each other, and their connections. The whole is as strong as the "
                + "weakest of them, 0 to 5: maturity above the first level, or the connection.", "flywheel assess"),
        Entry(
            "worth",
            "What problems cost that came in one workflow within days of one in another that it does not read, for 30 "
                + "days: an upper bound, since some would have come anyway. Not known with fewer than five such "
                + "problems.", "flywheel assess --explain 1"),
        Entry("unknown-assessment", "No assessment has that number.", "flywheel assess list"),
        Entry(
            "explained-part", "The assessment has no investment, workflow or pair of that name.", "flywheel assess"),
        Entry(
            "unknown-check", "No check has that id, or no such workflow is installed.", "flywheel assess model"),
        Entry(
            "not-declarable",
            "A file cannot stand for what the data can show: it would be a claim beside the evidence.",
            "flywheel assess model"),
        Entry(
            "stated-check",
            "An exemption or an attachment needs a reason or a file, and an end that is still to come and no "
                + "more than a year away.", "flywheel assess exempt --help"),
        Entry(
            "maturity-model",
            "The file that flywheel.yaml names as assessment: model: is none that can be used; the error says what is "
                + "wrong with it.", "flywheel assess model"),
    ]
}
