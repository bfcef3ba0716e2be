#include "engine/base/error.h"
#include "engine/data/idx.h"
#include "engine/model/model_file.h"
#include "tests/support/scratch_files.h"
#include "ui/support/error_text.h"
#include "ui/support/language.h"
#include "ui/support/mnist_files.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <stdexcept>

using namespace rbm;
using namespace rbm::test;

namespace {

struct Message {
    QString context;
    QString english;
    QStringList german; ///< several where it depends on a number

    QString where() const { return context + QStringLiteral(": ") + english; }
};

QList<Message> messages() {
    QFile file(RBM_TEST_DATA_DIR "/../../resources/translations/rbm_de.ts");
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(file.fileName()));
    QXmlStreamReader xml(&file);
    QList<Message> all;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"source")
            all.append({context, xml.readElementText(), {}});
        else if (xml.name() == u"translation" &&
                 xml.attributes().value(QLatin1String("type")) != u"unfinished")
            all.last().german.append(
                xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
    }
    return all;
}

/// %1, %L2, %n: each once.
QSet<QString> placeholders(const QString &text) {
    static const QRegularExpression kPlace(QStringLiteral("%(?:L?[0-9]+|n)"));
    QSet<QString> found;
    for (auto places = kPlace.globalMatch(text); places.hasNext();)
        found.insert(places.next().captured());
    return found;
}

template <typename Work>
Sentence troubleOf(const Work &work) {
    try {
        work();
    } catch (const Error &error) {
        return error.sentence();
    }
    return {};
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!canSpeak(LanguageChoice::German))
            QSKIP("built without Qt's Linguist tools");
    }
    void cleanup() { speak(LanguageChoice::English); }

    void everyGermanTextHasThePlaceholdersOfTheEnglishOne() {
        const QList<Message> all = messages();
        QVERIFY(all.size() > 1000);
        for (const Message &message : all) {
            for (const QString &german : message.german)
                QVERIFY2(placeholders(german) == placeholders(message.english),
                         qPrintable(message.where()));
        }
    }

    // The window finds what a text in it was by how it reads, and by the widget around it: when
    // the language changes, one of two twins would come back as the other (ui/window/relabel.h).
    void noGermanTextStandsForTwoEnglishOnesThatTheWindowCannotTellApart() {
        QMap<QString, QList<Message>> byGerman;
        for (const Message &message : messages()) {
            if (message.german.size() == 1 && placeholders(message.english).isEmpty())
                byGerman[message.german.front()].append(message);
        }
        const auto isWidget = [](const Message &text) { return text.context.startsWith(u"rbm::"); };
        for (const QList<Message> &same : byGerman) {
            for (const Message &a : same) {
                for (const Message &b : same) {
                    const bool areToldApart = isWidget(a) && isWidget(b) && a.context != b.context;
                    QVERIFY2(a.english == b.english || areToldApart,
                             qPrintable(a.where() + QStringLiteral(" / ") + b.where()));
                }
            }
        }
    }

    void anErrorIsSaidInTheLanguageThatIsSpoken() {
        const Error error(
            Sentence("'%1' is no usable model file: %2. Use another file, or an older "
                     "copy of it.",
                     std::string("digits %2"), Sentence("it is too short")));
        const QString english = QStringLiteral("'digits %2' is no usable model file: it is too "
                                               "short. Use another file, or an older copy of it.");
        QCOMPARE(errorText(error), english);
        speak(LanguageChoice::German);
        QCOMPARE(errorText(error),
                 QStringLiteral("„digits %2“ ist keine brauchbare Modelldatei: Sie ist zu kurz. "
                                "Bitte eine andere Datei nehmen oder eine ältere Kopie davon."));
        QCOMPARE(QString::fromUtf8(error.what()), english);
        QCOMPARE(errorText(std::runtime_error("as it is")), QStringLiteral("as it is"));
    }

    void theNumbersOfAnErrorHaveGermanysComma() {
        speak(LanguageChoice::German);
        const Sentence needs("%1 about %2 of memory, but %3 are free; %4.",
                             Sentence("This training needs"), Sentence::Number{"12.3 GB"},
                             Sentence::Number{"480 MB"},
                             Sentence("take fewer hidden units, chains or replicas"));
        QCOMPARE(textOf(needs),
                 QStringLiteral("Dieses Training braucht etwa 12,3 GB Speicher, aber 480 MB sind "
                                "frei; bitte weniger verborgene Einheiten, Ketten oder Repliken "
                                "nehmen."));
        speak(LanguageChoice::English);
        QLocale::setDefault(QLocale(QLocale::German)); // as where the command line runs
        QVERIFY(textOf(needs).startsWith(u"This training needs about 12.3 GB of memory"));
    }

    void theReadersOfFilesSpeakGerman() {
        const ScratchFiles files;
        files.write("short", {0, 0, 8});
        speak(LanguageChoice::German);
        const QString model = textOf(troubleOf([&] { loadModel(files.path("short")); }));
        QVERIFY2(model.contains(u"ist keine brauchbare Modelldatei: Sie ist zu kurz. Bitte"),
                 qPrintable(model));
        const QString idx = textOf(troubleOf([&] { readIdx(files.path("short")); }));
        QVERIFY2(idx.contains(u"ist keine brauchbare IDX-Datei: Sie beginnt nicht wie eine "
                              "IDX-Datei aus vorzeichenlosen Bytes. Bitte"),
                 qPrintable(idx));
        const QString folder =
            textOf(troubleOf([&] { readIdx(files.path("short").parent_path()); }));
        QVERIFY2(folder.contains(u"lässt sich nicht lesen: Es ist keine gewöhnliche Datei. Bitte"),
                 qPrintable(folder));
    }

    // After "MNIST ließ sich nicht herunterladen: ", where German goes on with a capital letter.
    void theTroubleOfADownloadGoesOnAfterAColon() {
        const auto trouble = [] {
            checkDownload("no gzip", {QStringLiteral("labels"), "0", 0}, QStringLiteral("here"));
        };
        QVERIFY(textOf(troubleOf(trouble)).startsWith(u"what the server here sent as labels.gz"));
        speak(LanguageChoice::German);
        QVERIFY(textOf(troubleOf(trouble)).startsWith(u"Was der Server here als labels.gz"));
        const Sentence part =
            Sentence("Cannot save the picture %1: %2.", std::string("a"), Sentence("disk full"))
                .afterColon();
        QCOMPARE(
            textOf(part),
            QStringLiteral("Das Bild a lässt sich nicht speichern: Der Datenträger ist voll."));
        speak(LanguageChoice::English);
        QCOMPARE(textOf(part), QStringLiteral("cannot save the picture a: disk full."));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)

#include "test_translations.moc"
