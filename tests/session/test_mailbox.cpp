#include "ui/session/mailbox.h"

#include <QCoreApplication>
#include <QObject>
#include <QTest>
#include <QThread>

#include <memory>
#include <thread>
#include <vector>

namespace {

/// Writes down what it is sent, and on which thread.
class Reader : public QObject {
    Q_OBJECT
public:
    void post(rbm::Mailbox<Reader>::Message message) { m_mail.post(*this, std::move(message)); }

    std::vector<int> numbers;
    bool onItsThread = true;

private slots:
    void takeMail() {
        onItsThread = onItsThread && QThread::currentThread() == thread();
        m_mail.deliver(*this);
    }

private:
    rbm::Mailbox<Reader> m_mail;
};

} // namespace

class TestMailbox : public QObject {
    Q_OBJECT
private slots:
    void messagesOfAThreadArriveInTheirOrderOnTheReceivers();
    void aMessageMayPostAnother();
    void whatIsNotDeliveredIsDroppedWithTheReceiver();
};

void TestMailbox::messagesOfAThreadArriveInTheirOrderOnTheReceivers() {
    constexpr int kEach = 500;
    Reader reader;
    const auto count = [&reader](int first) {
        for (int i = 0; i < kEach; ++i)
            reader.post([number = first + i](Reader &at) { at.numbers.push_back(number); });
    };
    std::thread low(count, 0);
    std::thread high(count, kEach);
    QTRY_COMPARE(reader.numbers.size(), std::size_t{2 * kEach});
    low.join();
    high.join();

    int lowest = 0;
    int highest = kEach;
    for (const int number : reader.numbers)
        QCOMPARE(number, number < kEach ? lowest++ : highest++);
    QVERIFY(reader.onItsThread);
}

void TestMailbox::aMessageMayPostAnother() {
    Reader reader;
    reader.post([](Reader &at) {
        at.numbers.push_back(1);
        at.post([](Reader &again) { again.numbers.push_back(3); });
        at.numbers.push_back(2);
    });
    QTRY_COMPARE(reader.numbers, (std::vector<int>{1, 2, 3}));
}

void TestMailbox::whatIsNotDeliveredIsDroppedWithTheReceiver() {
    const auto held = std::make_shared<int>(0);
    {
        Reader reader;
        reader.post([held](Reader &) { QFAIL("nobody is there any more"); });
        QCOMPARE(held.use_count(), 2L);
    }
    QCoreApplication::processEvents();
    QCOMPARE(held.use_count(), 1L);
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "test_mailbox.moc"
