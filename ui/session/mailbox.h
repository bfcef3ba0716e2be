#pragma once

#include <QMetaObject>

#include <deque>
#include <functional>
#include <mutex>
#include <utility>

namespace rbm {

/// Messages to an object that lives on another thread, in the order of post(). They lie behind a
/// mutex of the standard library, and only a wake-up for each goes through Qt's event queue: the
/// thread sanitizer does not see Qt's own locks, and what lies in that queue would look unguarded.
template <typename Receiver>
class Mailbox {
public:
    using Message = std::function<void(Receiver &)>;

    Mailbox() = default;
    /// Drops what was not delivered. The lock: everything in the last post() comes before.
    ~Mailbox() {
        const std::lock_guard lock(m_mutex);
        m_messages.clear();
    }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    /// Any thread. `receiver` has a slot takeMail(), which its thread enters once for each message
    /// and which calls deliver().
    void post(Receiver &receiver, Message message) {
        const std::lock_guard lock(m_mutex);
        m_messages.push_back(std::move(message));
        QMetaObject::invokeMethod(&receiver, "takeMail", Qt::QueuedConnection);
    }

    /// On the receiver's thread: runs the oldest message.
    void deliver(Receiver &receiver) {
        Message message;
        {
            const std::lock_guard lock(m_mutex);
            message = std::move(m_messages.front());
            m_messages.pop_front();
        }
        message(receiver);
    }

private:
    std::mutex m_mutex;
    std::deque<Message> m_messages;
};

} // namespace rbm
