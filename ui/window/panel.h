#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace rbm {

/// A card of the window: a title with a caption beside it, room for small
/// controls at the right, and a body below.
class Panel : public QFrame {
    Q_OBJECT
public:
    explicit Panel(const QString &title, QWidget *parent = nullptr);

    void setCaption(const QString &text);
    void addToHeader(QWidget *widget);
    QVBoxLayout *body() const { return m_body; }

private:
    QLabel *m_caption;
    QHBoxLayout *m_header;
    QVBoxLayout *m_body;
};

/// A label with the style sheet's role: "title", "caption", "value", "warning".
QLabel *makeLabel(const QString &text, const char *role, QWidget *parent);

} // namespace rbm
