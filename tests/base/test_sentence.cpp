#include "engine/base/error.h"
#include "engine/base/memory.h"

#include <QTest>

#include <algorithm>
#include <stdexcept>

using namespace rbm;

namespace {

/// A language that shouts, writes numbers with a comma and has the arguments in another order.
Sentence::Language loud() {
    const auto words = [](const char *english) {
        std::string text = english;
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
        return text == "%1 HAS %2." ? std::string("%2 BELONG TO %1.") : text;
    };
    const auto number = [](std::string english) {
        std::replace(english.begin(), english.end(), '.', ',');
        return english;
    };
    return {words, number};
}

QString said(const Sentence &sentence, const Sentence::Language &language) {
    return QString::fromStdString(sentence.in(language));
}

QString english(const Sentence &sentence) { return QString::fromStdString(sentence.english()); }

} // namespace

class TestSentence : public QObject {
    Q_OBJECT

private slots:
    void aSentencePutsItsPartsTogetherInEnglishAndInAnotherLanguage() {
        const Sentence reason("it is %1 times too long", 2.5);
        const Sentence sentence("'%1' is no model: %2. Use %1.", std::string("a file"), reason);
        QCOMPARE(
            english(sentence),
            QStringLiteral("'a file' is no model: it is 2.500000 times too long. Use a file."));
        QCOMPARE(
            said(sentence, loud()),
            QStringLiteral("'a file' IS NO MODEL: IT IS 2,500000 TIMES TOO LONG. USE a file."));
        QCOMPARE(said(Sentence("%1 has %2.", std::string("x"), Sentence::Number{"1.5 GB"}), loud()),
                 QStringLiteral("1,5 GB BELONG TO x."));
    }

    void whatStandsInAnArgumentIsNoPlaceholder() {
        const Sentence sentence("%1, %2 and 100 %", std::string("%2 of %1.txt"), std::string("b"));
        QCOMPARE(english(sentence), QStringLiteral("%2 of %1.txt, b and 100 %"));
    }

    void aPartGivesUpItsFullStopAndItsCapital() {
        const Sentence part("Cannot write it.");
        QCOMPARE(english(Sentence("No: %1 Sorry.", part.afterColon())),
                 QStringLiteral("No: cannot write it. Sorry."));
        QCOMPARE(english(Sentence("%1!", part.withoutStop())), QStringLiteral("Cannot write it!"));
        // Not every language has small letters there.
        QCOMPARE(said(part.afterColon(), loud()), QStringLiteral("CANNOT WRITE IT."));
        QCOMPARE(english(Sentence().afterColon().withoutStop()), QString());
    }

    void anErrorSaysTheEnglishOfItsSentence() {
        const Error error(Sentence("%1 has %2.", std::string("x"), 3));
        QCOMPARE(error.what(), "x has 3.");
        QCOMPARE(said(error.sentence(), loud()), QStringLiteral("3 BELONG TO x."));
        const DeviceError device(error.sentence());
        QCOMPARE(device.what(), error.what());
    }

    void whatHasNoPartsIsSaidAsItIs() {
        QCOMPARE(said(Error("Only English.").sentence(), loud()), QStringLiteral("Only English."));
        QCOMPARE(said(sentenceOf(std::runtime_error("of %1 others")), loud()),
                 QStringLiteral("of %1 others"));
        QCOMPARE(said(sentenceOf(Error(Sentence("ours"))), loud()), QStringLiteral("OURS"));
    }

    void theSizesOfMemoryAreNumbersOfASentence() {
        try {
            requireMemory(std::uint64_t{1} << 60, Sentence("This needs"), Sentence("take less"));
            QFAIL("so much memory has nobody");
        } catch (const Error &error) {
            const QString text = QString::fromUtf8(error.what());
            QVERIFY2(text.startsWith(u"This needs about 1152921504.6 GB of memory, but ") &&
                         text.endsWith(u" are free; take less."),
                     error.what());
            QVERIFY(said(error.sentence(), loud()).contains(u"1152921504,6 GB"));
        }
    }
};

QTEST_APPLESS_MAIN(TestSentence)

#include "test_sentence.moc"
