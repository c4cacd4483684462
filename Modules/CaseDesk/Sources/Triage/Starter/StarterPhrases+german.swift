extension StarterPhrases {
    static let german: KeyValuePairs = [
        "where-is-my-order": """
        Wo bleibt mein Paket?
        Meine Bestellung ist noch nicht angekommen.
        Wann wird geliefert?
        Die Sendungsverfolgung zeigt seit Tagen nichts Neues.
        Wurde meine Bestellung schon verschickt?
        Ich warte immer noch auf meine Lieferung.
        """,
        "not-received": """
        Laut Sendungsverfolgung zugestellt, aber hier ist nichts.
        Das Paket soll vor der Tür liegen, da liegt nichts.
        Auch die Nachbarn haben kein Paket für mich.
        Angeblich habe ich unterschrieben, das stimmt nicht.
        Als zugestellt gemeldet und nie angekommen.
        """,
        "change-address": """
        Bitte ändern Sie die Lieferadresse.
        Ich habe die falsche Hausnummer angegeben.
        Ich bin umgezogen, bitte an die neue Adresse.
        Kann das Paket an meine Arbeit gehen?
        Die Postleitzahl in der Bestellung ist falsch.
        """,
        "cancel-order": """
        Ich möchte meine Bestellung stornieren.
        Bitte nicht mehr verschicken, ich brauche es nicht.
        Aus Versehen bestellt, bitte stornieren.
        Ich habe doppelt bestellt, eine bitte stornieren.
        Kann ich noch vor dem Versand stornieren?
        """,
        "return-item": """
        Ich möchte den Artikel zurückgeben.
        Wie schicke ich das zurück?
        Wo bekomme ich ein Rücksendeetikett?
        Es passt nicht, ich will es zurückschicken.
        Bitte eine Rücksendung anlegen.
        """,
        "refund": """
        Wo bleibt meine Erstattung?
        Bitte erstatten Sie den Betrag.
        Ich habe es zurückgeschickt und kein Geld bekommen.
        Wann bekomme ich mein Geld zurück?
        Es wurde zu wenig erstattet.
        """,
        "damaged-item": """
        Der Artikel kam kaputt an.
        Das Glas ist zerbrochen.
        Es lässt sich nicht einschalten.
        Überall sind Kratzer.
        Nach einem Tag funktioniert es nicht mehr.
        """,
        "wrong-item": """
        Sie haben den falschen Artikel geschickt.
        Ich habe Blau bestellt und Rot bekommen.
        Das ist nicht, was ich gekauft habe.
        Ein Teil fehlt in der Lieferung.
        Die Größe stimmt nicht mit der Bestellung überein.
        """,
        "product-question": """
        Wie groß ist das?
        Passt das zu meinem Handy?
        Aus welchem Material ist es?
        Gibt es eine Anleitung dazu?
        Welche Batterien braucht es?
        """,
        "stock-question": """
        Ist der Artikel auf Lager?
        Wann ist es wieder verfügbar?
        Gibt es das in Größe 42?
        Ausverkauft, wann kommt es wieder?
        Haben Sie das auch in Schwarz?
        """,
        "invoice": """
        Ich brauche eine Rechnung zu meiner Bestellung.
        Bitte die Rechnung auf die Firma ausstellen.
        Wo kann ich den Beleg herunterladen?
        Auf der Rechnung fehlt die Steuernummer.
        Der Name auf der Rechnung ist falsch.
        """,
        "account-access": """
        Ich kann mich nicht anmelden.
        Ich habe mein Passwort vergessen.
        Der Code zum Anmelden kommt nicht an.
        Bitte setzen Sie mein Passwort zurück.
        Die Anmeldeseite zeigt einen Fehler.
        """,
        "listing-suppressed": """
        Mein Angebot wurde unterdrückt.
        Das Produkt erscheint nicht mehr in der Suche.
        Warum ist mein Angebot inaktiv?
        Angeblich fehlen Angaben in meinem Angebot.
        Das Bild wurde abgelehnt und das Angebot ist ausgeblendet.
        """,
        "edit-listing": """
        Ich möchte den Titel meines Angebots ändern.
        Wie lade ich Bilder auf die Produktseite?
        Die Beschreibung auf der Seite ist nicht von uns.
        Bitte diese zwei Produktseiten zusammenführen.
        Die Variante hängt am falschen Artikel.
        """,
        "account-suspended": """
        Mein Verkäuferkonto wurde gesperrt.
        Warum wurde mein Konto deaktiviert?
        Ich lege Widerspruch gegen die Sperrung ein.
        Mein Konto wird seit zwei Wochen geprüft.
        Bitte schalten Sie mein Konto wieder frei.
        """,
        "payout": """
        Meine Auszahlung ist nicht angekommen.
        Wann werde ich ausgezahlt?
        Die Überweisung ist fehlgeschlagen.
        Warum behalten Sie mein Guthaben ein?
        Der Betrag der Auszahlung stimmt nicht.
        """,
        "fees": """
        Warum wurde mir diese Gebühr berechnet?
        Die Verkaufsgebühr ist zu hoch.
        Was kostet die Lagerung im Monat?
        Sie haben die falsche Größenklasse berechnet.
        Bitte erklären Sie die Gebühren dieser Bestellung.
        """,
        "reimbursement": """
        Sie haben meinen Bestand verloren, bitte ersetzen.
        Einheiten wurden in Ihrem Lager beschädigt.
        Zehn Stück fehlen und niemand hat sie ersetzt.
        Ich möchte verlorene Ware geltend machen.
        Mein Antrag auf Ersatz wurde abgelehnt.
        """,
        "inbound-shipment": """
        Meine Sendung ans Lager hängt im Wareneingang.
        Das Lager hat weniger Einheiten gezählt als wir geschickt haben.
        Wann wird meine Anlieferung eingebucht?
        Ich kann keine Sendung ans Lager anlegen.
        Die Kartonetiketten lassen sich nicht drucken.
        """,
        "unfair-review": """
        Ein Mitbewerber schreibt falsche Bewertungen.
        Bitte entfernen Sie diese unfaire Bewertung.
        Die Bewertung betrifft ein anderes Produkt.
        Der Käufer droht mit einer schlechten Bewertung.
        Wie melde ich eine Bewertung?
        """,
    ]
}
