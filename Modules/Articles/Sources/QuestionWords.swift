/// What a question asks for: its words, without those that questions of all kinds have.
enum QuestionWords {
    /// The words of a question in their order, in small letters; all of them where it has no other.
    static func all(in question: String) -> [String] {
        let words = SearchedText.words(of: question)
        let telling = words.filter { !common.contains($0) }
        return telling.isEmpty ? words : telling
    }

    /// Words of the languages that pages are in; Japanese sets no words apart.
    private static let common = Set([english, german, spanish].flatMap(SearchedText.words))

    private static let english = """
        a about an and are at be been by can could did do does for from get had has have how i if in is it its me my of on or our
        should so still that the their there this to was we were what when where which who why will with would you your
        """
    private static let german = """
        aber als am auf aus bei bin da das dass dem den der die ein eine einen einer er es für hat habe ich ihr im ist kann man
        mein meine meinen mich mir mit nach oder sich sie sind und uns von wann warum wenn wer werden wie wieso wir wird wo zu
        zum zur
        """
    private static let spanish = """
        al como cómo con cual cuál cuando cuándo de del donde dónde el ella en es esta está este ha hay la las lo los me mi mis
        para por puedo que qué se ser si son su sus tengo un una y yo
        """
}
