extension Glossary {
    /// Words about who may come in.
    static let people: [Entry] = [
        Entry(
            "role",
            "What somebody is to the team: a viewer looks; an operator works the queue and the cases; a lead decides about "
                + "detection, changes and what is said in public; an admin lets people in. Each may do all that the one "
                + "before may.", "flywheel people"),
        Entry(
            "right",
            "One thing a person or a token may be let do: look, work, answer (read and answer cases), supply (bring files "
                + "in), decide, publish, settle (how the server works), administer.", "flywheel people issue --help"),
        Entry(
            "api-token",
            "What a program shows instead of a password. It acts for a person, never does more than they may, and is shown "
                + "once.", "flywheel people tokens"),
        Entry(
            "invitation", "A code with which somebody chooses their password. It counts once, for 72 hours.",
            "flywheel people password NAME"),
        Entry(
            "second-factor",
            "A code that an authenticator shows for half a minute, asked for after the password. Each counts once; ten "
                + "further codes on paper stand in for a lost one.", "flywheel people"),
        Entry(
            "wrong-credential",
            "The name, the password or the code is wrong, was used, or its time is over. Which of them is not said, so that "
                + "nobody learns who may come in.", "flywheel people password NAME"),
        Entry(
            "too-many-tries",
            "More was tried than is heard. The next try is heard after the time that is said; nobody is locked out.",
            "flywheel people log"),
        Entry(
            "weak-password",
            "The password is too short, too long, made of the name, or one that is tried first. Nothing is asked of which "
                + "characters it has.", "flywheel people password NAME"),
        Entry(
            "person-name", "The text cannot be what somebody signs in as, because two names could look alike.",
            "flywheel people add --help"),
        Entry("set-up-already", "Somebody may come in already, so there is nothing to set up.", "flywheel people"),
    ]
}
