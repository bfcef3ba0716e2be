#pragma once

#include <QFrame>

#include <functional>
#include <utility>
#include <vector>

class QHBoxLayout;
class QPushButton;
class QLabel;
class QProgressBar;

namespace rbm {

/// One message above the workspace with what can be done about it. Never takes
/// the focus; a newer message replaces an older one.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Warning };
    using Action = std::pair<QString, std::function<void()>>;

    explicit NoticeBar(QWidget *parent = nullptr);

    void showNotice(Kind kind, const QString &text, const std::vector<Action> &actions = {});
    /// One more thing that can be done about the message, before "Dismiss".
    void addAction(const Action &action);
    /// 0 to 1 beside the text; below 0: no progress bar.
    void setProgress(double progress);
    QString text() const;

    /// Opens the folder of a file that was saved.
    static Action showInFolder(const QString &path);

signals:
    /// Of each message as it comes.
    void told(rbm::NoticeBar::Kind kind, const QString &text);
    /// A person took what was offered, by the words of its button; before it is done.
    void chosen(const QString &action);

private:
    void clearButtons();

    QLabel *m_text;
    QProgressBar *m_progress;
    QHBoxLayout *m_buttons;
    QPushButton *m_dismiss; ///< the last of them, always there
};

} // namespace rbm
