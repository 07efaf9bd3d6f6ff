/** Sentences of the field, for tests of encodings. */
export const VIETNAMESE_SENTENCES: readonly string[] = [
  "Sáng ngày 23 tháng 4 năm 2024, Trường Đại học Khoa học Xã hội và Nhân văn đã ký kết thỏa thuận hợp tác với Viện Nghiên cứu Y học Thăng Long.",
  "Phát biểu tại buổi lễ, Phó Hiệu trưởng khẳng định nhà trường luôn ưu tiên mở rộng quan hệ với các đối tác quốc tế.",
  "Hai bên thống nhất trao đổi sinh viên, giảng viên và cùng tổ chức hội thảo khoa học mỗi năm một lần.",
  "Đoàn công tác gồm mười hai thành viên, do bà Nguyễn Thị Thuỷ làm trưởng đoàn.",
  "Chương trình học bổng dành cho sinh viên vùng sâu, vùng xa sẽ bắt đầu từ học kỳ tới.",
  "Kinh phí thực hiện được trích từ nguồn thu hợp pháp của mỗi bên và các khoản tài trợ khác.",
];

export const ENGLISH_SENTENCES: readonly string[] = [
  "The university signed a memorandum of understanding with the institute in Hanoi.",
  "Mr. Björn Müller and Prof. José García, both of Zürich, thanked the hosts for their warm welcome.",
  "The café of the École Normale was the place of the “first contact” – as everybody remembers…",
  "The delegation’s naïve plan was a fiasco: it cost €5,000 and took 3½ years.",
];

export const FRENCH_SENTENCES: readonly string[] = [
  "Où est né l'élève ? Le président de l'université a signé à Hanoï un accord de coopération très intéressant avec les représentants français.",
  "Près de la bibliothèque, où l'été dernier les élèves étrangers étaient déjà allés, la fête a été organisée dès la rentrée.",
  "Là où le thé est né, on a créé une école : ça, c'est sûr, c'est à côté de la forêt.",
];
