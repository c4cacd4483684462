extension Catalog {
    /// What the house catalog is made of: an area is a place, and has a file for each language.
    static let areas = [
        Area(
            "shell", en: PackageResources.shell_en_messages, de: PackageResources.shell_de_messages,
            es: PackageResources.shell_es_messages, ja: PackageResources.shell_ja_messages),
        Area(
            "form", en: PackageResources.form_en_messages, de: PackageResources.form_de_messages,
            es: PackageResources.form_es_messages, ja: PackageResources.form_ja_messages),
        Area(
            "notice", en: PackageResources.notice_en_messages, de: PackageResources.notice_de_messages,
            es: PackageResources.notice_es_messages, ja: PackageResources.notice_ja_messages),
        Area(
            "state", en: PackageResources.state_en_messages, de: PackageResources.state_de_messages,
            es: PackageResources.state_es_messages, ja: PackageResources.state_ja_messages),
        Area(
            "evidence", en: PackageResources.evidence_en_messages, de: PackageResources.evidence_de_messages,
            es: PackageResources.evidence_es_messages, ja: PackageResources.evidence_ja_messages),
        Area(
            "format", en: PackageResources.format_en_messages, de: PackageResources.format_de_messages,
            es: PackageResources.format_es_messages, ja: PackageResources.format_ja_messages),
        Area(
            "today", en: PackageResources.today_en_messages, de: PackageResources.today_de_messages,
            es: PackageResources.today_es_messages, ja: PackageResources.today_ja_messages),
        Area(
            "queue", en: PackageResources.queue_en_messages, de: PackageResources.queue_de_messages,
            es: PackageResources.queue_es_messages, ja: PackageResources.queue_ja_messages),
        Area(
            "exception", en: PackageResources.exception_en_messages, de: PackageResources.exception_de_messages,
            es: PackageResources.exception_es_messages, ja: PackageResources.exception_ja_messages),
        Area(
            "event", en: PackageResources.event_en_messages, de: PackageResources.event_de_messages,
            es: PackageResources.event_es_messages, ja: PackageResources.event_ja_messages),
        Area(
            "listing", en: PackageResources.listing_en_messages, de: PackageResources.listing_de_messages,
            es: PackageResources.listing_es_messages, ja: PackageResources.listing_ja_messages),
        Area(
            "cases", en: PackageResources.cases_en_messages, de: PackageResources.cases_de_messages,
            es: PackageResources.cases_es_messages, ja: PackageResources.cases_ja_messages),
        Area(
            "desk", en: PackageResources.desk_en_messages, de: PackageResources.desk_de_messages,
            es: PackageResources.desk_es_messages, ja: PackageResources.desk_ja_messages),
        Area(
            "disputes", en: PackageResources.disputes_en_messages, de: PackageResources.disputes_de_messages,
            es: PackageResources.disputes_es_messages, ja: PackageResources.disputes_ja_messages),
        Area(
            "articles", en: PackageResources.articles_en_messages, de: PackageResources.articles_de_messages,
            es: PackageResources.articles_es_messages, ja: PackageResources.articles_ja_messages),
        Area(
            "plan", en: PackageResources.plan_en_messages, de: PackageResources.plan_de_messages,
            es: PackageResources.plan_es_messages, ja: PackageResources.plan_ja_messages),
        Area(
            "wheel", en: PackageResources.wheel_en_messages, de: PackageResources.wheel_de_messages,
            es: PackageResources.wheel_es_messages, ja: PackageResources.wheel_ja_messages),
        Area(
            "assessment", en: PackageResources.assessment_en_messages, de: PackageResources.assessment_de_messages,
            es: PackageResources.assessment_es_messages, ja: PackageResources.assessment_ja_messages),
        Area(
            "data", en: PackageResources.data_en_messages, de: PackageResources.data_de_messages,
            es: PackageResources.data_es_messages, ja: PackageResources.data_ja_messages),
        Area(
            "settings", en: PackageResources.settings_en_messages, de: PackageResources.settings_de_messages,
            es: PackageResources.settings_es_messages, ja: PackageResources.settings_ja_messages),
        Area(
            "people", en: PackageResources.people_en_messages, de: PackageResources.people_de_messages,
            es: PackageResources.people_es_messages, ja: PackageResources.people_ja_messages),
        Area(
            "help", en: PackageResources.help_en_messages, de: PackageResources.help_de_messages,
            es: PackageResources.help_es_messages, ja: PackageResources.help_ja_messages),
        Area(
            "publish", en: PackageResources.publish_en_messages, de: PackageResources.publish_de_messages,
            es: PackageResources.publish_es_messages, ja: PackageResources.publish_ja_messages),
        Area(
            "status", en: PackageResources.status_en_messages, de: PackageResources.status_de_messages,
            es: PackageResources.status_es_messages, ja: PackageResources.status_ja_messages),
        Area(
            "trouble", en: PackageResources.trouble_en_messages, de: PackageResources.trouble_de_messages,
            es: PackageResources.trouble_es_messages, ja: PackageResources.trouble_ja_messages),
        Area(
            "picture", en: PackageResources.picture_en_messages, de: PackageResources.picture_de_messages,
            es: PackageResources.picture_es_messages, ja: PackageResources.picture_ja_messages),
        Area(
            "list", en: PackageResources.list_en_messages, de: PackageResources.list_de_messages,
            es: PackageResources.list_es_messages, ja: PackageResources.list_ja_messages),
        Area(
            "glossary", en: PackageResources.glossary_en_messages, de: PackageResources.glossary_de_messages,
            es: PackageResources.glossary_es_messages, ja: PackageResources.glossary_ja_messages),
    ]
}
